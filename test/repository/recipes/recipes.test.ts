import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../repository-files";
import { recipesIn } from "./recipe";
import { changedObjects, TreeCopy } from "./tree-copy";

const recipes = recipesIn(readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8"));

let tree: TreeCopy | undefined;
afterEach(() => tree?.remove());

/** Follows a recipe of CONTRIBUTING.md to its end, in a copy of the tree. */
function follow(id: string): TreeCopy {
  tree = new TreeCopy();
  for (const step of recipes.get(id) ?? []) tree.take(step);
  return tree;
}

/** What differs between the committed manifests of prod and those of the copy. */
const changed = (copy: TreeCopy, file: string) =>
  changedObjects(readFileSync(join(ROOT, "manifests/prod", file), "utf8"), copy.read(`manifests/prod/${file}`));

test("CONTRIBUTING.md has these recipes; those that need the engine are followed in recipes.engine.test.ts", () => {
  expect([...recipes.keys()]).toEqual(["add-node-pool", "add-topic", "add-chart", "add-policy", "add-stack"]);
});

test("a topic is one object more, which its users may use", () => {
  const copy = follow("add-topic");
  expect(changed(copy, "kafka.yaml")).toEqual([
    // The Job that lets in clients without a name is named after what it does.
    expect.stringMatching(/^\+ batch\/Job kafka-prod\/kafka-anonymous-acls-[0-9a-f]{8}$/),
    "+ kafka.strimzi.io/KafkaTopic kafka-prod/vantage-returns",
    expect.stringMatching(/^- batch\/Job kafka-prod\/kafka-anonymous-acls-[0-9a-f]{8}$/),
  ]);
  expect(copy.read("manifests/prod/kafka.yaml")).toContain(
    [
      "  name: vantage-returns",
      "  namespace: kafka-prod",
      "  labels:",
      "    strimzi.io/cluster: kafka-prod",
      "spec:",
      "  config:",
      "    retention.ms: 259200000",
      "  partitions: 12",
      "  replicas: 3",
    ].join("\n"),
  );
  expect(changed(copy, "kafka-clients.yaml")).toEqual(["~ kafka.strimzi.io/KafkaUser kafka-prod/kafka-app-user"]);
});

test("a chart is one file more", () => {
  const copy = follow("add-chart");
  expect(copy.read("manifests/prod/platform-info.yaml")).toBe(
    `# Made by charts/platform-info of stack prod: npm run synth. Applied by Pulumi, object by object.
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: platform-info
  namespace: batch-jobs
data:
  cluster: prod-us-east-1
  region: us-east-1
`,
  );
  expect(copy.run(`diff -rq manifests '${ROOT}/manifests' || true`).trim()).toBe(
    "Only in manifests/prod: platform-info.yaml",
  );
});
