import { readFileSync } from "node:fs";
import { type OperateOptions, type Operation, operate } from "../../../sandbox/commands/operate";
import { plan, planPath } from "../../../sandbox/commands/plan";
import { recordingTerminal } from "../engine/recording-terminal";
import { type ProdCopy, prodCopy } from "../prod/prod-copy";

jest.setTimeout(300_000);

const LAB = "sre-lab";
let lab: ProdCopy;
beforeAll(() => {
  lab = prodCopy(LAB);
});
afterAll(() => lab.remove());

async function run(operation: Operation, options: OperateOptions = {}) {
  const terminal = recordingTerminal();
  const code = await operate(operation, lab, LAB, terminal, options);
  const lines = terminal.lines.map((line) => line.replace(/ in [\d.]+ s$/, ""));
  return { code, changes: lines.filter((line) => /^[+~±-] /.test(line)), summary: lines.at(-1), lines };
}

interface Planned {
  readonly type: string;
  readonly name: string;
  readonly protect: boolean;
  readonly inputs: Readonly<Record<string, unknown>>;
}

describe("the plan of the lab", () => {
  let resources: readonly Planned[];
  beforeAll(async () => {
    expect(await plan(lab, LAB, recordingTerminal())).toBe(0);
    ({ resources } = JSON.parse(readFileSync(planPath(lab, LAB), "utf8")) as { resources: Planned[] });
  });
  const ofType = (type: string) => resources.filter((resource) => resource.type === type);
  const inputsOf = (type: string, name?: string) =>
    ofType(type).find((resource) => name === undefined || resource.name === name)?.inputs;

  test("has the documented cluster: its name, a private endpoint, the logs that are looked for", () => {
    expect(inputsOf("aws:eks/cluster:Cluster")).toMatchObject({
      name: "sre-training-cluster",
      version: "1.35",
      vpcConfig: { endpointPrivateAccess: true, endpointPublicAccess: false },
      enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
    });
    expect(inputsOf("aws:ec2/vpc:Vpc")?.cidrBlock).toBe("10.44.0.0/20");
    expect(inputsOf("pulumi:providers:aws")?.region).toBe("eu-central-1");
  });

  test("has the documented roles, with no policy that they don't need", () => {
    const attached = (role: string) => {
      const name = ofType("aws:iam/role:Role").find(({ inputs }) => inputs.name === role)?.name;
      return ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
        .filter((resource) => name !== undefined && resource.name.startsWith(name))
        .map(({ inputs }) => `${inputs.policyArn}`.split("/").at(-1))
        .sort();
    };
    expect(attached("EKSClusterRole")).toEqual(["AmazonEKSClusterPolicy"]);
    expect(attached("EKSNodeGroupRole")).toEqual([
      "AmazonEC2ContainerRegistryReadOnly",
      "AmazonEKSWorkerNodePolicy",
      "AmazonSSMManagedInstanceCore",
    ]);
  });

  test("has the documented node group, on encrypted gp3 and with tokens for the metadata", () => {
    expect(inputsOf("aws:eks/nodeGroup:NodeGroup")).toMatchObject({
      nodeGroupName: "sre-training-nodes",
      instanceTypes: ["m6i.xlarge"],
      scalingConfig: { minSize: 3, desiredSize: 3, maxSize: 6 },
    });
    expect(inputsOf("aws:ec2/launchTemplate:LaunchTemplate")).toMatchObject({
      blockDeviceMappings: [{ ebs: { volumeType: "gp3", volumeSize: 50, encrypted: "true" } }],
      metadataOptions: { httpTokens: "required" },
    });
  });

  test("has the documented autoscaler, and nothing of what the lab leaves out", () => {
    const releases = ofType("kubernetes:helm.sh/v3:Release");
    expect(releases.map(({ inputs }) => inputs.name).sort()).toEqual([
      "aws-load-balancer-controller",
      "cluster-autoscaler",
      "metrics-server",
    ]);
    expect(releases.find(({ inputs }) => inputs.name === "cluster-autoscaler")?.inputs).toMatchObject({
      version: "9.59.0",
      values: {
        image: { tag: "v1.35.0" },
        replicaCount: 1,
        autoDiscovery: { clusterName: "sre-training-cluster" },
        extraArgs: {
          "scale-down-delay-after-add": "600s",
          "scale-down-unneeded-time": "600s",
          "scale-down-utilization-threshold": 0.7,
        },
      },
    });
    expect(resources.filter(({ type }) => /sqs|karpenter\.|istio|strimzi/i.test(type))).toEqual([]);
    const foreign = /.{0,20}(?:karpenter(?!:ClusterAutoscaler)|us-east-1|prod-).{0,20}/g;
    expect(JSON.stringify(resources).match(foreign) ?? []).toEqual([]);
  });

  test("keeps backups of objects for 30 days, of the state for 90, and blocks until Thanos drops them", () => {
    const days = ofType("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").map(({ name, inputs }) => {
      const [rule] = inputs.rules as { expiration?: { days?: number } }[];
      return [name.replace(/^storage-(.*)-lifecycle$/, "$1"), rule?.expiration?.days];
    });
    expect(Object.fromEntries(days)).toEqual({
      "vantage-sre-lab-k8s-backups": 30,
      "vantage-sre-lab-state-backups": 90,
      "vantage-sre-lab-prometheus-long-term-storage": undefined,
    });
    expect(ofType("aws:s3/bucket:Bucket").map(({ protect }) => protect)).toEqual([true, true, true]);
    expect(ofType("aws:s3/bucketVersioning:BucketVersioning")).toHaveLength(3);
  });

  test("lets the backup write its prefix and delete nothing, and Thanos have its bucket", () => {
    const actions = (name: string) =>
      (
        JSON.parse(`${inputsOf("aws:iam/policy:Policy", name)?.policy}`) as {
          Statement: { Action: string[]; Resource: string[] }[];
        }
      ).Statement;
    const backup = actions("identities-cluster-backup-policy");
    expect(backup.flatMap(({ Action }) => Action).filter((action) => action.includes("Delete"))).toEqual([]);
    expect(JSON.stringify(backup)).toContain("arn:aws:s3:::vantage-sre-lab-k8s-backups/k8s-backups/*");
    const thanos = actions("identities-prometheus-blocks-policy");
    expect(thanos.flatMap(({ Action }) => Action)).toEqual(
      expect.arrayContaining(["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]),
    );
    expect(JSON.stringify(thanos)).not.toContain("k8s-backups");
  });

  test("lets the load balancer controller change nothing of another cluster", () => {
    const { Statement } = JSON.parse(
      `${inputsOf("aws:iam/policy:Policy", "add-ons-aws-load-balancer-controller-policy")?.policy}`,
    ) as { Statement: { Sid: string; Action: string[]; Condition?: object }[] };
    const writes = Statement.filter(({ Action }) => !Action.every((action) => /:(Describe|List|Get)/.test(action)));
    expect(writes.filter(({ Condition }) => Condition === undefined)).toEqual([]);
    expect(
      writes.filter(
        ({ Sid, Condition }) =>
          !JSON.stringify(Condition).includes("sre-training-cluster") && Sid !== "MakeServiceRole",
      ),
    ).toEqual([]);
  });
});

// One story, told in order: each test goes on from the state in which the one before left the lab.
describe("the life of the lab", () => {
  test("up creates it, and a preview after it is empty", async () => {
    const { code, summary, changes } = await run("up");
    expect([code, summary]).toEqual([0, `sre-lab: ${changes.length} created`]);
    expect(await run("preview", { expectNoChanges: true })).toMatchObject({ code: 0, summary: "sre-lab: no changes" });
  });

  test("destroy refuses what holds data, by name", async () => {
    const { code, lines } = await run("destroy");
    expect(code).toBe(1);
    expect(lines.join("\n")).toContain('aws:s3/bucket:Bucket "storage-vantage-sre-lab-state-backups-bucket"');
  });

  test("with the protection off, destroy leaves nothing in the cloud", async () => {
    expect(await run("destroy", { unprotect: true })).toMatchObject({ code: 0 });
    expect(lab.objects()).toEqual([]);
  });
});
