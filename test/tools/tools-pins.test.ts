import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AMTOOL, ETCD, ETCDCTL, HELM, KUBE_APISERVER, type PinnedTool, PROMTOOL } from "./tools";

const pinFile = (tool: PinnedTool, name: string) => readFileSync(join(tool.moduleFolder, name), "utf8");

/** Modules that `go.mod` takes from the tree of Kubernetes, with the version that it replaces them by. */
function replacements(goMod: string): readonly (readonly [string, string])[] {
  return [...goMod.matchAll(/^\t(k8s\.io\/\S+) => (\S+) (\S+)$/gm)].map(([, from = "", to = "", version = ""]) => {
    expect(to).toBe(from);
    return [from, version];
  });
}

describe.each([AMTOOL, ETCD, ETCDCTL, HELM, KUBE_APISERVER, PROMTOOL].map((tool) => [tool.name, tool] as const))(
  "%s",
  (_, tool) => {
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

    test("it asks for Go 1.24, the first to know tools in go.mod, and no newer", () => {
      expect(/^go (.*)$/m.exec(pinFile(tool, "go.mod"))?.[1]).toBe("1.24.0");
      expect(pinFile(tool, "go.mod")).not.toMatch(/^toolchain/m);
    });
  },
);

describe("kube-apiserver", () => {
  test("is built with what is in its own tree, all of one release", () => {
    const all = replacements(pinFile(KUBE_APISERVER, "go.mod"));
    expect(all).toHaveLength(30);
    expect(new Set(all.map(([, version]) => version))).toEqual(new Set(["v0.29.15"]));
  });

  test("calls itself by its release", () => {
    expect(KUBE_APISERVER.ldflags).toBe(
      "-s -w -X k8s.io/component-base/version.gitVersion=v1.29.15 -X k8s.io/component-base/version.gitMajor=1" +
        " -X k8s.io/component-base/version.gitMinor=29",
    );
  });

  test("leaves the SDKs of the clouds out", () => {
    expect(KUBE_APISERVER.tags).toEqual(["providerless"]);
  });
});

test("helm calls itself by its release", () => {
  expect(HELM.ldflags).toBe(`-s -w -X helm.sh/helm/v3/internal/version.version=v${HELM.version}`);
});
