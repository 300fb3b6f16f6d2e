import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  ALERTMANAGER,
  AMTOOL,
  ETCD,
  ETCDCTL,
  HELM,
  KUBE_APISERVER,
  KUBE_APISERVER_1_34,
  KUBE_APISERVER_1_35,
  KUBECTL,
  type PinnedTool,
  PODINFO,
  PROMETHEUS,
  PROMTOOL,
} from "./tools";

const ALL = [
  ALERTMANAGER,
  AMTOOL,
  ETCD,
  ETCDCTL,
  HELM,
  KUBE_APISERVER,
  KUBE_APISERVER_1_34,
  KUBE_APISERVER_1_35,
  KUBECTL,
  PODINFO,
  PROMETHEUS,
  PROMTOOL,
];

const pinFile = (tool: PinnedTool, name: string) => readFileSync(join(tool.moduleFolder, name), "utf8");

/** Modules that `go.mod` takes from the tree of Kubernetes, with the version that it replaces them by. */
function replacements(goMod: string): readonly (readonly [string, string])[] {
  return [...goMod.matchAll(/^\t(k8s\.io\/\S+) => (\S+) (\S+)$/gm)].map(([, from = "", to = "", version = ""]) => {
    expect(to).toBe(from);
    return [from, version];
  });
}

/** What a module that is built asks for in its own `go.mod`. */
const NEWER_GO: ReadonlyMap<PinnedTool, string> = new Map([
  [KUBE_APISERVER_1_35, "1.25.0"],
  [PODINFO, "1.25"],
]);

describe.each(ALL.map((tool) => [basename(tool.moduleFolder), tool] as const))("%s", (_, tool) => {
  test("is pinned at the version that it is said to have", () => {
    expect(pinFile(tool, "go.mod")).toMatch(
      new RegExp(`^\\s*(require )?${tool.module} v${tool.version}( // indirect)?$`, "m"),
    );
    expect(pinFile(tool, "go.mod")).toContain(`\ntool ${tool.package}\n`);
  });

  test("its content is pinned by hash", () => {
    const lines = pinFile(tool, "go.sum").split("\n");
    const pinned = lines.filter((line) => line.startsWith(`${tool.module} v${tool.version} h1:`));
    expect(pinned).toHaveLength(1);
  });

  test("it asks for Go 1.24, the first to know tools in go.mod, and for a newer one only where what it builds does", () => {
    expect(/^go (.*)$/m.exec(pinFile(tool, "go.mod"))?.[1]).toBe(NEWER_GO.get(tool) ?? "1.24.0");
    expect(pinFile(tool, "go.mod")).not.toMatch(/^toolchain/m);
  });
});

describe.each([
  ["kube-apiserver", KUBE_APISERVER, 30, "v0.29.15", "v1.29.15", "29"],
  ["kube-apiserver of 1.34", KUBE_APISERVER_1_34, 29, "v0.34.4", "v1.34.4", "34"],
  ["kube-apiserver of 1.35", KUBE_APISERVER_1_35, 29, "v0.35.8", "v1.35.8", "35"],
  ["kubectl", KUBECTL, 30, "v0.29.15", "v1.29.15", "29"],
] as const)("%s", (_, tool, count, staging, release, minor) => {
  test("is built with what is in its own tree, all of one release", () => {
    const all = replacements(pinFile(tool, "go.mod"));
    expect(all).toHaveLength(count);
    expect(new Set(all.map(([, version]) => version))).toEqual(new Set([staging]));
  });

  test("calls itself by its release", () => {
    const version = "k8s.io/component-base/version";
    expect(tool.ldflags).toBe(
      `-s -w -X ${version}.gitVersion=${release} -X ${version}.gitMajor=1 -X ${version}.gitMinor=${minor}`,
    );
  });

  test("leaves the SDKs of the clouds out", () => {
    expect(tool.tags).toEqual(["providerless"]);
  });
});

test.each([
  [PROMETHEUS, PROMTOOL],
  [ALERTMANAGER, AMTOOL],
])("a server and its checker are of one release: %#", (server, checker) => {
  expect([server.version, server.module, server.ldflags]).toEqual([checker.version, checker.module, checker.ldflags]);
});

test("Prometheus is built with the log of Kubernetes' client that its own module names", () => {
  const replaced = pinFile(PROMETHEUS, "go.mod").match(/^\t\S+ => .*$/gm);
  expect(replaced).toEqual([
    "\tk8s.io/klog => github.com/simonpasquier/klog-gokit v0.3.0",
    "\tk8s.io/klog/v2 => github.com/simonpasquier/klog-gokit/v3 v3.3.0",
  ]);
});

test("helm calls itself by its release", () => {
  expect(HELM.ldflags).toBe(`-s -w -X helm.sh/helm/v3/internal/version.version=v${HELM.version}`);
});
