import { readFileSync } from "node:fs";
import { CHARTS } from "../../../charts/charts";
import { chartsOf } from "../../../charts/system-chart";
import { plan, planPath } from "../../../sandbox/commands/plan";
import { prodPlatform } from "../../infra/prod-platform";
import { recordingTerminal } from "../engine/recording-terminal";
import { PROD, type ProdCopy, prodCopy } from "./prod-copy";

interface PlannedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly parent: string | null;
  readonly dependencies: readonly string[];
  readonly inputs: Readonly<Record<string, unknown>>;
}

let prod: ProdCopy;
let bytes: string;
let resources: readonly PlannedResource[];
beforeAll(async () => {
  prod = prodCopy();
  bytes = await planned();
  ({ resources } = JSON.parse(bytes) as { resources: PlannedResource[] });
});
afterAll(() => prod.remove());

async function planned(): Promise<string> {
  expect(await plan(prod, PROD, recordingTerminal())).toBe(0);
  return readFileSync(planPath(prod, PROD), "utf8");
}

describe("the plan of prod", () => {
  test("has the same bytes in a second run", async () => {
    expect(await planned()).toBe(bytes);
  });

  test("puts parents first and holds every dependency", () => {
    const position = new Map(resources.map(({ urn }, index) => [urn, index]));
    expect(position.size).toBe(resources.length);
    for (const [index, { parent, dependencies }] of resources.entries()) {
      if (parent !== null) expect(position.get(parent)).toBeLessThan(index);
      expect(dependencies.filter((urn) => !position.has(urn))).toEqual([]);
    }
  });

  test("has a component for each concern", () => {
    const root = resources.find(({ type }) => type === "pulumi:pulumi:Stack");
    const components = resources.filter(({ parent, type }) => parent === root?.urn && type.startsWith("vantage:"));
    const names = components.map(({ name }) => name);
    const charts = new Set(CHARTS.map(({ name }) => name));
    expect(names.filter((name) => !charts.has(name) || name === "karpenter")).toEqual([
      "add-ons",
      "cluster",
      "keys",
      "karpenter",
      "network",
      "nodes",
      "storage",
      "identities",
    ]);
    const applied = chartsOf(prodPlatform(), CHARTS)
      .filter(({ appliedBy }) => appliedBy === "pulumi")
      .map(({ name }) => name);
    expect([...new Set(names)].filter((name) => applied.includes(name)).sort()).toEqual([...applied].sort());
  });

  test("shows every policy in full", () => {
    const policies = resources.filter(({ inputs }) => "policy" in inputs);
    expect(policies.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["karpenter-controller-role-policy", "karpenter-interruption-policy", "keys-data"]),
    );
    expect(policies.filter(({ inputs }) => String(inputs.policy).includes("[unknown]"))).toEqual([]);
  });

  test("leaves a trust policy open only where it names the identity provider of a cluster that isn't there yet", () => {
    const open = resources.filter(({ inputs }) => inputs.assumeRolePolicy === "[unknown]");
    const parents = new Map(resources.map(({ urn, type }) => [urn, type]));
    expect(open.length).toBeGreaterThan(0);
    expect(new Set(open.map(({ parent }) => parents.get(parent ?? "")))).toEqual(
      new Set(["vantage:identity:ServiceAccountRole"]),
    );
  });
});
