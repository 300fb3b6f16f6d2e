import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type OperateOptions, type Operation, operate } from "../../../sandbox/commands/operate";
import { REPOSITORY } from "../../../sandbox/vantage-project";
import { recordingTerminal } from "../engine/recording-terminal";
import { PROD, type ProdCopy, prodCopy } from "./prod-copy";

// Some five hundred resources, of which each operation writes the state: half a minute alone, more beside other tests.
jest.setTimeout(300_000);

const QUEUE = 'aws:sqs/queue:Queue "karpenter-interruption-queue"';

let prod: ProdCopy;
beforeAll(() => {
  prod = prodCopy();
});
afterAll(() => prod.remove());

/** Runs an operation; gives its exit code, its lines of change, and its last line without the time taken. */
async function run(operation: Operation, options: OperateOptions = {}) {
  const terminal = recordingTerminal();
  const code = await operate(operation, prod, PROD, terminal, options);
  const lines = terminal.lines.map((line) => line.replace(/ in [\d.]+ s$/, ""));
  return { code, changes: lines.filter((line) => /^[+~±-] /.test(line)), summary: lines.at(-1), lines };
}

const ofType = (type: string) => prod.objects().filter((object) => object.type === type);

// One story, told in order, on the real engine: each test goes on from the state in which the one before left prod.
describe("the life of prod", () => {
  test("up creates everything that the documents name", async () => {
    const { code, summary, changes } = await run("up");
    expect([code, summary]).toEqual([0, `prod: ${changes.length} created`]);
    expect(ofType("aws:ec2/vpc:Vpc").map(({ inputs }) => inputs.cidrBlock)).toEqual(["10.42.0.0/16"]);
    expect(ofType("aws:eks/cluster:Cluster").map(({ inputs }) => [inputs.name, inputs.version])).toEqual([
      ["prod-us-east-1", "1.29"],
    ]);
    expect(
      ofType("aws:eks/nodeGroup:NodeGroup")
        .map(({ inputs }) => inputs.nodeGroupName)
        .sort(),
    ).toEqual(["worker-general-v5", "worker-memory-v3", "worker-spot-v2"]);
    expect(ofType("aws:autoscaling/group:Group").map(({ inputs }) => [inputs.minSize, inputs.maxSize])).toEqual([
      [5, 5],
    ]);
    expect(
      ofType("kubernetes:karpenter.sh/v1beta1:NodePool")
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["default-nodepool", "memory-optimized"]);
  });

  test("a preview after it is empty", async () => {
    expect(await run("preview", { expectNoChanges: true })).toMatchObject({ code: 0, summary: "prod: no changes" });
  });

  test("one changed value is exactly that change", async () => {
    prod.edit("retention: 300s", "retention: 600s");
    const change = `~ ${QUEUE}  messageRetentionSeconds`;
    expect(await run("preview")).toMatchObject({ code: 0, changes: [change], summary: "prod: 1 to update" });
    prod.edit("retention: 600s", "retention: 300s");
  });

  test("the walk of ARCHITECTURE.md ends in the lines that it shows", async () => {
    prod.edit("vantage-order-events: { partitions: 36 }", "vantage-order-events: { partitions: 48 }");
    const { code, changes, summary } = await run("preview");
    const shown = [...changes, summary].map((line) => `    ${line}\n`).join("");
    expect([code, changes.length]).toEqual([0, 1]);
    expect(readFileSync(join(REPOSITORY, "ARCHITECTURE.md"), "utf8")).toContain(`\n\n${shown}\n`);
    prod.edit("vantage-order-events: { partitions: 48 }", "vantage-order-events: { partitions: 36 }");
  });

  test("a step of the migration changes NodePools, the autoscaler, the rule for its metric, and nothing else", async () => {
    prod.edit("phase: decommissioned", 'phase: "50"');
    const { changes } = await run("preview");
    expect(changes.map((line) => line.split("  ")[0]).sort()).toEqual([
      // The autoscaler's own metric stands in for the rule that records it.
      '~ kubernetes:core/v1:ConfigMap "monitoring-configmap-monitoring-prometheus-rules"',
      '~ kubernetes:helm.sh/v3:Release "karpenter-autoscaler-release"',
      '~ kubernetes:karpenter.sh/v1beta1:NodePool "karpenter-default-nodepool"',
      '~ kubernetes:karpenter.sh/v1beta1:NodePool "karpenter-memory-optimized"',
    ]);
    prod.edit('phase: "50"', "phase: decommissioned");
  });

  test("the last step deletes the autoscaler, its permissions and the job for its metrics, and nothing else", async () => {
    prod.edit("phase: decommissioned", "phase: removed");
    const { changes } = await run("preview");
    expect(changes.map((line) => line.split("  ")[0]).sort()).toEqual([
      '- aws:iam/policy:Policy "karpenter-autoscaler-role-policy"',
      '- aws:iam/role:Role "karpenter-autoscaler-role-role"',
      '- aws:iam/rolePolicyAttachment:RolePolicyAttachment "karpenter-autoscaler-role-policy"',
      '- kubernetes:helm.sh/v3:Release "karpenter-autoscaler-release"',
      '- vantage:identity:ServiceAccountRole "karpenter-autoscaler-role"',
      '- vantage:karpenter:ClusterAutoscaler "karpenter-autoscaler"',
      '~ kubernetes:core/v1:ConfigMap "monitoring-configmap-monitoring-prometheus-scrape-jobs"',
    ]);
    prod.edit("phase: removed", "phase: decommissioned");
  });

  test("what AWS changes by replacement is shown as replacement", async () => {
    prod.edit("instanceProfile: KarpenterNodeInstanceProfile-prod-us-east-1", "instanceProfile: KarpenterNodes");
    const { changes } = await run("preview");
    expect(changes).toContain('± aws:iam/instanceProfile:InstanceProfile "karpenter-node-profile"  name (replaces)');
    prod.edit("instanceProfile: KarpenterNodes", "instanceProfile: KarpenterNodeInstanceProfile-prod-us-east-1");
  });

  test("drift in the cloud is found by refresh, and undone by up", async () => {
    prod.drift("aws:sqs/queue:Queue", /karpenter-interruption-prod$/, (inputs) => {
      inputs.messageRetentionSeconds = 60;
    });
    const found = `~ ${QUEUE}  messageRetentionSeconds`;
    expect(await run("refresh")).toMatchObject({ code: 0, changes: [found], summary: "prod: 1 updated" });
    expect(await run("up")).toMatchObject({ code: 0, changes: [found], summary: "prod: 1 updated" });
    expect(ofType("aws:sqs/queue:Queue")[0]?.inputs.messageRetentionSeconds).toBe(300);
  });

  test("destroy refuses what holds data, by name, and deletes nothing", async () => {
    const before = prod.objects().length;
    const { code, lines } = await run("destroy");
    expect(code).toBe(1);
    expect(lines.join("\n")).toContain('aws:s3/bucket:Bucket "storage-vantage-backups-bucket"');
    expect(lines.join("\n")).toContain('aws:eks/cluster:Cluster "cluster-eks-eksCluster"');
    expect(prod.objects()).toHaveLength(before);
  });

  test("with the protection off, destroy leaves nothing in the cloud, in an order that the services accept", async () => {
    expect(await run("destroy", { unprotect: true })).toMatchObject({ code: 0 });
    expect(prod.objects()).toEqual([]);
  });
});
