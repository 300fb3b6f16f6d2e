import type * as eks from "@pulumi/eks";
import * as pulumi from "@pulumi/pulumi";
import { KARPENTER_PHASES, type KarpenterPhase } from "../../../config/sections/karpenter";
import { Charts } from "../../../infra/deploy-charts";
import { controllerPolicy } from "../../../infra/karpenter/controller-policy";
import { controllerValues } from "../../../infra/karpenter/controller-values";
import { Karpenter } from "../../../infra/karpenter/karpenter";
import { deployable } from "../../charts/rendered";
import { type ProdPlatform, prodPlatform, prodWith } from "../prod-platform";
import { type Recorded, type RecordedGraph, recordGraph, resolved } from "../recorded-graph";

const HOST = "oidc.eks.us-east-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF";
const CONTROLLER_ROLE_ARN = "arn:aws:iam::123456789012:role/prod-us-east-1-karpenter-controller";
const RELEASE = "kubernetes:helm.sh/v3:Release";

/** Something that is made before Karpenter. */
class Earlier extends pulumi.CustomResource {
  constructor(name: string) {
    super("test:index:Earlier", name, {});
  }
}

function karpenter(platform: ProdPlatform): Karpenter {
  return new Karpenter("karpenter", {
    platform,
    cluster: {
      eks: new Earlier("control-plane") as unknown as eks.Cluster,
      oidc: { arn: pulumi.output(`arn:aws:iam::123456789012:oidc-provider/${HOST}`), host: pulumi.output(HOST) },
    },
    manifests: new Charts(platform).karpenter,
    after: [new Earlier("namespaces")],
    nodes: [new Earlier("worker-general-v5")],
  });
}

const prod = prodPlatform();

let graph: RecordedGraph;
let result: Karpenter;
beforeAll(async () => {
  ({ graph, result } = await recordGraph(() => karpenter(prod)));
});

/** The one resource with this name that is not a component. */
function only(name: string): Recorded {
  const [found, ...more] = graph.all.filter((one) => one.name === name && !one.type.startsWith("vantage:"));
  if (found === undefined || more.length > 0) {
    throw new Error(`${found === undefined ? "no" : "more than one"} resource named ${name}`);
  }
  return found;
}

/** Names of what is made before this resource, and destroyed after it. */
const madeBefore = (name: string) => only(name).dependencies.map((one) => one.split(" ").at(-1));

describe("what is registered", () => {
  test("the interruption queue: 300 s, encrypted by SQS", () => {
    expect(graph.find("aws:sqs/queue:Queue", "karpenter-interruption-queue").inputs).toEqual({
      name: "karpenter-interruption-prod",
      messageRetentionSeconds: 300,
      sqsManagedSseEnabled: true,
    });
    expect(graph.policy("aws:sqs/queuePolicy:QueuePolicy", "karpenter-interruption-policy")).toMatchObject({
      Id: "EC2InterruptionPolicy",
      Statement: [{ Sid: "AllowInterruptionRules" }, { Sid: "AllowQueueService" }, { Sid: "DenyHTTP" }],
    });
  });

  test.each([
    ["health-event", "aws.health", "AWS Health Event"],
    ["spot-warning", "aws.ec2", "EC2 Spot Instance Interruption Warning"],
    ["rebalance", "aws.ec2", "EC2 Instance Rebalance Recommendation"],
    ["state-change", "aws.ec2", "EC2 Instance State-change Notification"],
  ])("the rule %s delivers to the queue", (event, source, detailType) => {
    const rule = graph.find("aws:cloudwatch/eventRule:EventRule", `karpenter-interruption-${event}`).inputs;
    expect(rule.name).toBe(`prod-us-east-1-karpenter-${event}`);
    expect(JSON.parse(String(rule.eventPattern))).toEqual({ source: [source], "detail-type": [detailType] });
    expect(
      graph.find("aws:cloudwatch/eventTarget:EventTarget", `karpenter-interruption-${event}-target`).inputs,
    ).toEqual({
      rule: `prod-us-east-1-karpenter-${event}`,
      targetId: "KarpenterInterruptionQueueTarget",
      arn: "karpenter-interruption-queue-arn",
    });
  });

  test("the nodes' role, instance profile and access entry", () => {
    const role = graph.find("aws:iam/role:Role", "karpenter-node-role").inputs;
    expect(role.name).toBe("prod-us-east-1-karpenter-node");
    expect(JSON.parse(String(role.assumeRolePolicy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AllowInstances",
          Effect: "Allow",
          Principal: { Service: "ec2.amazonaws.com" },
          Action: ["sts:AssumeRole"],
        },
      ],
    });
    const attached = Object.values(graph.ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment"))
      .filter((attachment) => attachment.role === "prod-us-east-1-karpenter-node")
      .map(({ policyArn }) => policyArn);
    expect(attached).toEqual([
      "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
      "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryReadOnly",
      "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    ]);
    expect(graph.find("aws:iam/instanceProfile:InstanceProfile", "karpenter-node-profile").inputs).toEqual({
      name: "KarpenterNodeInstanceProfile-prod-us-east-1",
      role: "prod-us-east-1-karpenter-node",
    });
    expect(graph.find("aws:eks/accessEntry:AccessEntry", "karpenter-node-access").inputs).toEqual({
      clusterName: "prod-us-east-1",
      principalArn: "karpenter-node-role-arn",
      type: "EC2_LINUX",
    });
  });

  test("the controller's role: one service account, the narrowed policy, and use of the volume key", () => {
    const trust = graph.policy("aws:iam/role:Role", "karpenter-controller-role-role", "assumeRolePolicy");
    expect(trust).toMatchObject({
      Statement: [{ Condition: { StringEquals: { [`${HOST}:sub`]: "system:serviceaccount:karpenter:karpenter" } } }],
    });
    expect(graph.policy("aws:iam/policy:Policy", "karpenter-controller-role-policy")).toEqual(
      controllerPolicy({
        location: prod.aws,
        clusterName: "prod-us-east-1",
        queueName: "karpenter-interruption-prod",
        nodeRoleArn: "arn:aws:iam::123456789012:role/prod-us-east-1-karpenter-node",
      }),
    );
  });

  test("CRDs and controller are two releases of the same version; only the first owns the definitions", () => {
    expect(graph.find(RELEASE, "karpenter-crds").inputs).toMatchObject({
      name: "karpenter-crd",
      chart: "oci://public.ecr.aws/karpenter/karpenter-crd",
      version: "0.37.0",
      namespace: "karpenter",
      skipCrds: false,
    });
    expect(graph.find(RELEASE, "karpenter-controller").inputs).toMatchObject({
      name: "karpenter",
      chart: "oci://public.ecr.aws/karpenter/karpenter",
      version: "0.37.0",
      namespace: "karpenter",
      skipCrds: true,
      values: controllerValues(prod, CONTROLLER_ROLE_ARN),
    });
  });

  test("node class and NodePools are what the charts render", () => {
    const rendered = deployable(prod);
    expect(graph.find("kubernetes:karpenter.k8s.aws/v1beta1:EC2NodeClass", "karpenter-node-class").inputs).toEqual(
      rendered("karpenter.k8s.aws/EC2NodeClass default"),
    );
    expect(graph.ofType("kubernetes:karpenter.sh/v1beta1:NodePool")).toEqual({
      "karpenter-default-nodepool": rendered("karpenter.sh/NodePool default-nodepool"),
      "karpenter-memory-optimized": rendered("karpenter.sh/NodePool memory-optimized"),
    });
  });

  test("outputs", async () => {
    expect(await resolved(result.controllerRoleArn)).toBe(CONTROLLER_ROLE_ARN);
    expect(await resolved(result.nodeRoleArn)).toBe("karpenter-node-role-arn");
  });
});

describe("order", () => {
  test("a rule delivers only once the queue admits it", () => {
    expect(madeBefore("karpenter-interruption-spot-warning-target")).toEqual(
      expect.arrayContaining([
        "karpenter-interruption-policy",
        "karpenter-interruption-queue",
        "karpenter-interruption-spot-warning",
      ]),
    );
  });

  test("the controller comes after everything it needs", () => {
    expect(madeBefore("karpenter-controller")).toEqual(
      expect.arrayContaining([
        "karpenter-crds",
        "karpenter-interruption-queue",
        "karpenter-interruption-policy",
        ...["health-event", "spot-warning", "rebalance", "state-change"].flatMap((event) => [
          `karpenter-interruption-${event}`,
          `karpenter-interruption-${event}-target`,
        ]),
        "karpenter-node-profile",
        "karpenter-node-access",
        "karpenter-node-role-AmazonEKSWorkerNodePolicy",
        "karpenter-controller-role-policy",
        "worker-general-v5",
      ]),
    );
    expect(madeBefore("karpenter-crds")).toEqual(["namespaces"]);
  });

  test.each(["karpenter-default-nodepool", "karpenter-memory-optimized"])(
    "%s goes before its node class and the controller do, and has time to drain",
    (pool) => {
      expect(madeBefore(pool)).toEqual(expect.arrayContaining(["karpenter-controller", "karpenter-node-class"]));
      expect(only(pool).deleteTimeout).toBe("30m");
    },
  );

  test("the node class goes before the controller, which removes its finalizer", () => {
    expect(madeBefore("karpenter-node-class")).toContain("karpenter-controller");
  });

  test("the access entry waits for the control plane", () => {
    expect(madeBefore("karpenter-node-access")).toEqual(
      expect.arrayContaining(["control-plane", "karpenter-node-role"]),
    );
  });

  test("cluster-autoscaler waits for its permissions and for nodes", () => {
    expect(madeBefore("karpenter-autoscaler-release")).toEqual(
      expect.arrayContaining(["karpenter-autoscaler-role-policy", "worker-general-v5"]),
    );
  });
});

describe("prod in each phase of the migration", () => {
  const graphIn = async (phase: KarpenterPhase) => {
    const platform = prodWith((input) => {
      input.karpenter.phase = phase;
    });
    return (await recordGraph(() => karpenter(platform))).graph;
  };
  const ofAutoscaler = ({ all }: RecordedGraph) =>
    all.filter(({ name }) => name.startsWith("karpenter-autoscaler")).map(({ type, name }) => `${type} ${name}`);
  /** By type and name: siblings are registered in no fixed order. */
  const sorted = (all: readonly Recorded[]) =>
    [...all].sort((one, other) => `${one.type} ${one.name}`.localeCompare(`${other.type} ${other.name}`));

  test.each(KARPENTER_PHASES.filter((phase) => phase !== "removed"))(
    "%s has cluster-autoscaler's role, policy and release",
    async (phase) => {
      expect(ofAutoscaler(await graphIn(phase)).sort()).toEqual([
        "aws:iam/policy:Policy karpenter-autoscaler-role-policy",
        "aws:iam/role:Role karpenter-autoscaler-role-role",
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment karpenter-autoscaler-role-policy",
        `${RELEASE} karpenter-autoscaler-release`,
        "vantage:identity:ServiceAccountRole karpenter-autoscaler-role",
        "vantage:karpenter:ClusterAutoscaler karpenter-autoscaler",
      ]);
    },
  );

  test("removed has nothing of cluster-autoscaler, and everything else as decommissioned has it", async () => {
    const removed = await graphIn("removed");
    const before = await graphIn("decommissioned");
    expect(ofAutoscaler(removed)).toEqual([]);
    expect(JSON.stringify(removed.all)).not.toContain("cluster-autoscaler");
    const kept = before.all.filter(({ name }) => !name.startsWith("karpenter-autoscaler"));
    expect(sorted(removed.all)).toEqual(sorted(kept));
    expect(removed.names("kubernetes:karpenter.sh/v1beta1:NodePool")).toEqual([
      "karpenter-default-nodepool",
      "karpenter-memory-optimized",
    ]);
  });
});

test("a version that no chart carries is refused before anything of it is registered", async () => {
  const newer = prodWith((input) => {
    input.karpenter.version = "0.37.9";
  });
  await expect(recordGraph(() => karpenter(newer))).rejects.toThrow(
    "No chart of karpenter-crd known in config/reference/charts.ts carries 0.37.9, only 0.37.0",
  );
});
