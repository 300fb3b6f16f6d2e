import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadStackFile } from "../../../config/load";
import { ROOT } from "../repository-files";
import { recipesIn } from "./recipe";
import { TreeCopy } from "./tree-copy";

// Each recipe starts a person's commands, one after the other: half a minute alone, more beside other tests.
jest.setTimeout(300_000);

const recipes = recipesIn(readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8"));

let tree: TreeCopy;
beforeEach(() => {
  tree = new TreeCopy();
});
afterEach(() => tree.remove());

/** Follows a recipe of CONTRIBUTING.md to its end. @returns everything that its commands printed */
function follow(id: string): string {
  return (recipes.get(id) ?? []).map((step) => tree.take(step)).join("\n");
}

test("a node pool is a group with its launch template, which the rules let through", () => {
  follow("add-node-pool");
  const added = tree.plan("prod").filter(({ name }) => name.includes("worker-batch-v1"));
  expect(added.map(({ type }) => type)).toEqual([
    "aws:ec2/launchTemplate:LaunchTemplate",
    "aws:eks/nodeGroup:NodeGroup",
  ]);
  const [template, group] = added;
  expect(template?.inputs.name).toBe("prod-us-east-1-worker-batch-v1");
  expect(group?.dependencies).toContain(template?.urn);
  expect(group).toMatchObject({
    protect: true,
    inputs: {
      nodeGroupName: "worker-batch-v1",
      instanceTypes: ["m6i.2xlarge"],
      scalingConfig: { minSize: 2, desiredSize: 2, maxSize: 10 },
      labels: { "workload-type": "batch" },
      taints: [],
    },
  });
});

test("a rule objects to what it is about, is in the catalogue, catches its mutation and passes prod", () => {
  const printed = follow("add-policy").split("\n");
  expect(printed).toContain("PASS unit test/policies/rules/logs/log-group-path.test.ts");
  expect(
    printed.filter((line) => line.includes("✓ log-group-path catches: a log group beside the paths")),
  ).toHaveLength(1);
  expect(tree.run("npm run --silent policy -- --list")).toMatch(
    /^log-group-path +low +advisory +Every log group is named by a path that begins with \/aws\/$/m,
  );
  expect(tree.read("docs/policies.md")).toContain("## log-group-path\n");
});

test("a stack has a plan of its own, in its own account, region and addresses", () => {
  follow("add-stack");
  const { stack, cluster, aws } = loadStackFile(join(tree.root, "Pulumi.staging.yaml"));
  expect([stack, cluster.name, aws.account, aws.region]).toEqual([
    "staging",
    "staging-eu-west-1",
    "345678901234",
    "eu-west-1",
  ]);
  const plan = tree.plan("staging");
  expect(plan.length).toBeGreaterThan(400);
  expect(JSON.stringify(plan)).not.toMatch(/123456789012|us-east-1|\b10\.42\./);
  const buckets = plan.filter(({ type }) => type === "aws:s3/bucket:Bucket").map(({ inputs }) => String(inputs.bucket));
  expect(buckets.filter((name) => !name.startsWith("vantage-staging-"))).toEqual([]);
  expect(buckets).toHaveLength(6);
  expect(tree.run("npm run --silent synth -- --stack staging --check")).toMatch(
    /^manifests\/staging: \d+ files, all as rendered$/m,
  );
});

test("what the recipes write is formatted, typed, and follows the arrows", () => {
  for (const step of [...recipes.values()].flat()) if (step.verb !== "Run") tree.take(step);
  // The copy lies where git, and so the formatter, looks away.
  tree.run("npx biome ci --vcs-enabled=false charts policies test/charts test/policies");
  tree.run("npm run check:types && npm run check:arrows");
});
