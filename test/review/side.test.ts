import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { baseSide } from "../../review/side";
import { PLAN_VERSION } from "../../sandbox/engine/plan-file";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vantage-side-"));
  write("policies/exemptions.yaml", "exemptions: []\n");
  write("docs/decisions.md", "**A1. A decision.** Why.\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}
const side = () => baseSide({ commit: "0123456789abcdef", day: "2026-11-21", folder }, "prod");
const plan = (version: number) =>
  JSON.stringify({
    version,
    stack: "prod",
    resources: [
      {
        urn: "u",
        type: "t",
        name: "n",
        parent: null,
        provider: null,
        inputs: {},
        dependencies: [],
        protect: false,
        custom: true,
      },
    ],
  });
const stack = (version: number) => {
  write("Pulumi.prod.yaml", "config: {}\n");
  write("manifests/prod/a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n");
  write("build/prod/plan.json", plan(version));
};

describe("the base", () => {
  it("without the stack has nothing of it", async () => {
    expect(await side()).toEqual({
      resources: [],
      objects: [],
      printed: [],
      exemptions: [],
      acknowledgements: [],
      decisions: new Set(["A1"]),
    });
  });

  it("with a stack file of another schema has no configuration, and all the rest", async () => {
    stack(PLAN_VERSION);
    const found = await side();
    expect([found.resources.length, found.objects.length, "platform" in found]).toEqual([1, 1, false]);
  });

  it.each([
    ["a plan of another form", () => stack(PLAN_VERSION + 1), "is no plan that can be read"],
    [
      "broken acknowledgements",
      () => write("review/acknowledged.yaml", "acknowledgements: 1\n"),
      "review/acknowledged.yaml can't be read",
    ],
    [
      "broken exemptions",
      () => write("policies/exemptions.yaml", "exemptions: [{}]\n"),
      "policies/exemptions.yaml can't be read",
    ],
    [
      "no plan that can be made",
      () => write("Pulumi.prod.yaml", "config: {}\n"),
      "The plan of prod at 0123456789ab can't",
    ],
  ])("with %s is named in the report", async (_what, breaks, message) => {
    breaks();
    await expect(side()).rejects.toThrow(message);
    await expect(side()).rejects.toThrow("0123456789ab");
  });
});
