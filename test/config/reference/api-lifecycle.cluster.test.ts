import { spawnSync } from "node:child_process";
import { API_LIFECYCLES, type ApiLifecycle } from "../../../config/reference/api-lifecycle";
import { goModuleFile } from "../../crds/go-module-file";
import { describeUnless } from "../../tools/describe-unless";

/** The release of Kubernetes' types that the table was read in. */
const API = { module: "k8s.io/api", version: "v0.35.0" };

/** Core has no such file: Endpoints are deprecated by word alone. */
const GENERATED = API_LIFECYCLES.filter(({ apiVersion }) => apiVersion !== "v1");

const hasGo = spawnSync("go", ["version"]).status === 0;

describeUnless(hasGo ? undefined : "Go is not installed", "Kubernetes' own types say", () => {
  test.each(GENERATED.map((row) => [row.apiVersion, row.kinds.join(", "), row] as const))(
    "the same of %s %s",
    async (_version, _kinds, { apiVersion, kinds, deprecated, gone }) => {
      const text = await goModuleFile({ ...API, file: fileOf(apiVersion) });
      const said = kinds.map((kind) => [kind, minorIn(text, kind, "Deprecated"), minorIn(text, kind, "Removed")]);
      expect(said).toEqual(kinds.map((kind) => [kind, deprecated, gone]));
    },
  );
});

function fileOf(apiVersion: ApiLifecycle["apiVersion"]): string {
  const [group = "", version = ""] = apiVersion.split("/");
  return `${group.split(".")[0]}/${version}/zz_generated.prerelease-lifecycle.go`;
}

function minorIn(text: string, kind: string, what: "Deprecated" | "Removed"): string | undefined {
  const body = new RegExp(
    `func \\(in \\*${kind}\\) APILifecycle${what}\\(\\) \\(major, minor int\\) \\{\\s*return (\\d+), (\\d+)`,
  );
  const [, major, minor] = body.exec(text) ?? [];
  return major === undefined ? undefined : `${major}.${minor}`;
}
