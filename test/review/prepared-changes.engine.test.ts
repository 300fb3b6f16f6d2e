import { readFileSync } from "node:fs";
import { committedExemptions } from "../../policies/exemption-file";
import { RULES } from "../../policies/index";
import type { PlannedResource } from "../../policies/resource";
import { unacknowledged } from "../../review/acknowledgements";
import { type Change, leadingClass } from "../../review/change";
import { diffStack } from "../../review/diff/diff-stack";
import { plan, planPath } from "../../sandbox/commands/plan";
import { prodPlatform, prodWith } from "../infra/prod-platform";
import { recordingTerminal } from "../sandbox/engine/recording-terminal";
import { PROD, prodCopy } from "../sandbox/prod/prod-copy";
import { changeLines, renderedObjects } from "./prod-sides";
import { review, side } from "./review-fixture";

/** Plans prod after changes of its stack file's text. */
async function planned(
  ...edits: readonly (readonly [from: string, to: string])[]
): Promise<readonly PlannedResource[]> {
  const prod = prodCopy();
  try {
    for (const [from, to] of edits) prod.edit(from, to);
    // Rules have their own tests, and refuse some of what is prepared here.
    const { policyPack: _, ...project } = prod;
    expect(await plan(project, PROD, recordingTerminal())).toBe(0);
    return (JSON.parse(readFileSync(planPath(project, PROD), "utf8")) as { resources: PlannedResource[] }).resources;
  } finally {
    prod.remove();
  }
}

const objects = renderedObjects(prodPlatform());
let base: readonly PlannedResource[];
beforeAll(async () => {
  base = await planned();
});

describe("a plan", () => {
  test("that is the same tells nothing, with the manifests of the same platform", () => {
    expect(diffStack({ resources: base, objects }, { resources: base, objects })).toEqual([]);
  });

  test("of another pool size, volume, retention and phase tells each with its class", async () => {
    const head = await planned(
      ["nodes: { min: 12, desired: 18, max: 40 }", "nodes: { min: 12, desired: 18, max: 60 }"],
      // The first is that of the same pool.
      ["rootVolume: 200Gi", "rootVolume: 300Gi"],
      [
        "id: s3-redis-backup-lifecycle, prefix: redis/, expiration: 30d",
        "id: s3-redis-backup-lifecycle, prefix: redis/, expiration: 14d",
      ],
      ["phase: decommissioned", "phase: full"],
    );
    const phase = prodWith((input) => {
      input.karpenter.phase = "full";
    });
    const changes = diffStack({ resources: base, objects }, { resources: head, objects: renderedObjects(phase) });
    expect(changeLines(changes.filter(({ thing }) => thing.side === "plan"))).toEqual([
      "rolling aws:ec2/launchTemplate:LaunchTemplate nodes-worker-general-v5: EKS replaces the nodes of nodes-worker-general-v5 one after the other: their template gets a new version",
      "in place* aws:eks/nodeGroup:NodeGroup nodes-worker-general-v5: only the bounds of the group change, maxSize from 40 to 60: nodes come and go as pods need them",
      "data loss* aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration storage-vantage-backups-lifecycle: objects are deleted sooner, from 30 to 14 days: S3 applies the rule to those that exist, too",
      "in place kubernetes:helm.sh/v3:Release karpenter-autoscaler-release: pods are added or taken away; the others go on",
    ]);
  });
});

describe("a renamed cluster", () => {
  let changes: readonly Change[];
  beforeAll(async () => {
    const head = await planned(["  name: prod-us-east-1\n", "  name: prod-us-east-2\n"]);
    changes = diffStack({ resources: base, objects }, { resources: head, objects });
  });

  test("is another cluster, and all that was in it is gone", () => {
    const cluster = changes.find(({ thing }) => thing.name === "aws:eks/cluster:Cluster cluster-eks-eksCluster");
    expect(changeLines(cluster === undefined ? [] : [cluster])).toEqual([
      "data loss* aws:eks/cluster:Cluster cluster-eks-eksCluster: AWS can't change name of the cluster: it is replaced, and the new one is made first, then the old one is deleted; all that is in the cluster goes with it: objects, and the claims of volumes",
    ]);
  });

  test("takes along what names it: node groups, add-ons, the provider of all objects", () => {
    const replaced = changes.filter(({ class: is }) => is === "replacement").map(({ thing }) => thing.name);
    expect(replaced).toEqual(
      expect.arrayContaining([
        "aws:eks/addon:Addon nodes-coredns",
        "aws:eks/nodeGroup:NodeGroup nodes-worker-general-v5",
        "pulumi:providers:kubernetes cluster-kubernetes",
      ]),
    );
  });

  test("asks for an acknowledgement of everything protected that goes", () => {
    const asked = unacknowledged(changes, []);
    const [inCluster, ofAws] = [true, false].map((is) =>
      asked.filter(({ thing }) => thing.type.startsWith("kubernetes:") === is),
    );
    expect(countBy(inCluster ?? [], ({ thing, class: is }) => `${is}: ${thing.type}`)).toEqual({
      "data loss: kubernetes:core/v1:Namespace": 29,
      "data loss: kubernetes:kafka.strimzi.io/v1beta2:Kafka": 1,
      "data loss: kubernetes:kafka.strimzi.io/v1beta2:KafkaNodePool": 2,
      "data loss: kubernetes:kafka.strimzi.io/v1beta2:KafkaTopic": 13,
      "replacement: kubernetes:apps/v1:StatefulSet": 8,
      "replacement: kubernetes:core/v1:ConfigMap": 2,
      "replacement: kubernetes:velero.io/v1:Schedule": 1,
    });
    expect(ofAws?.map(({ thing, class: is }) => `${is}: ${thing.name}`)).toEqual([
      "data loss: aws:autoscaling/group:Group nodes-worker-kafka-v2",
      "data loss: aws:cloudwatch/logGroup:LogGroup add-ons-pod-logs",
      "data loss: aws:cloudwatch/logGroup:LogGroup cluster-control-plane-logs",
      "data loss: aws:cloudwatch/logGroup:LogGroup network-flow-logs",
      "data loss: aws:eks/cluster:Cluster cluster-eks-eksCluster",
      "replacement: aws:eks/nodeGroup:NodeGroup nodes-worker-general-v5",
      "replacement: aws:eks/nodeGroup:NodeGroup nodes-worker-memory-v3",
      "replacement: aws:eks/nodeGroup:NodeGroup nodes-worker-spot-v2",
    ]);
  });
});

test("a removed budget is told once, from the manifests", async () => {
  const head = prodWith((input) => {
    delete input.workloads.deployments?.["checkout-service"]?.maxUnavailable;
  });
  const gone = /^kubernetes:policy\/v1:PodDisruptionBudget$/;
  const resources = base.filter(({ type, name }) => !(gone.test(type) && name.includes("checkout-service")));
  expect(resources).toHaveLength(base.length - 1);
  const changes = diffStack({ resources: base, objects }, { resources, objects: renderedObjects(head) });
  expect(
    changes.filter(({ thing }) => thing.name.includes("PodDisruptionBudget")).map(({ thing }) => thing.name),
  ).toEqual(["policy/PodDisruptionBudget checkout-prod/checkout-service"]);
});

test("Kafka's volumes don't grow: the plan knows their class", () => {
  const head = prodWith((input) => {
    input.kafka.volume.claim = "2250Gi";
  });
  const changes = diffStack({ resources: base, objects }, { resources: base, objects: renderedObjects(head) });
  expect(changeLines(changes.filter(({ thing }) => thing.type.endsWith("/KafkaNodePool")))).toEqual(
    ["broker", "kafka"].map(
      (pool) =>
        `in place* kafka.strimzi.io/KafkaNodePool kafka-prod/${pool}: nothing gets larger: storage class local-nvme doesn't expand volumes, so only brokers that come from now on have the new size, from 2200Gi to 2250Gi`,
    ),
  );
});

test("a policy exemption changes nothing that runs, and lets through what a rule objects to", () => {
  const rules = RULES.map(({ id }) => id);
  const [first, ...others] = committedExemptions(rules).filter(({ stack }) => stack === PROD);
  if (first === undefined) throw new Error("prod has no exemption.");
  const both = side({ resources: base, objects });
  const { changes, policies = [] } = review(
    { ...both, exemptions: others },
    { ...both, exemptions: [first, ...others] },
  );
  expect([changes, leadingClass(changes)]).toEqual([[], "no effect"]);
  expect(policies.length).toBeGreaterThan(0);
  expect(new Set(policies.map(({ kind, verdict }) => `${kind} ${verdict.rule.id} ${verdict.subject.text}`))).toEqual(
    new Set([`exempted ${first.rule} ${first.object}`]),
  );
});

function countBy<Item>(items: readonly Item[], key: (item: Item) => string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}
