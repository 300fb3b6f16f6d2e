import { resource, type Things, urnOf } from "../../estate-fixture";

export const NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";
export const SCALING_GROUP = "aws:autoscaling/group:Group";
export const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const SUBNET = "aws:ec2/subnet:Subnet";

/** User data as a launch template has it. */
export function userData(...flags: readonly string[]): string {
  const lines = flags.map((flag) => `      - ${flag}\n`).join("");
  return Buffer.from(
    `apiVersion: node.eks.aws/v1alpha1\nkind: NodeConfig\nspec:\n  kubelet:\n    flags:\n${lines}`,
  ).toString("base64");
}

/** A managed group, a self-managed one and a NodePool, with a label and a taint each, and what they depend on. */
export function pools(): Things {
  return {
    resources: [
      resource(SUBNET, "a", { availabilityZone: "us-east-1a" }),
      resource(TEMPLATE, "general", { userData: userData("--node-labels=pool=general") }),
      resource(TEMPLATE, "disks", {
        instanceType: "i3en.xlarge",
        userData: userData("--node-labels=pool=disks", "--register-with-taints=disks=local:NoSchedule"),
        tagSpecifications: [{ resourceType: "instance", tags: { "kubernetes.io/cluster/trial": "owned" } }],
      }),
      resource(
        NODE_GROUP,
        "general",
        {
          nodeGroupName: "general-v1",
          instanceTypes: ["m6i.xlarge", "m6g.xlarge"],
          labels: { tier: "web" },
          taints: [{ key: "spot", value: "true", effect: "PREFER_NO_SCHEDULE" }],
        },
        { dependencies: [urnOf(TEMPLATE, "general"), urnOf(SUBNET, "a")] },
      ),
      resource(SCALING_GROUP, "disks", {}, { dependencies: [urnOf(TEMPLATE, "disks")] }),
    ],
    objects: [
      {
        apiVersion: "karpenter.sh/v1beta1",
        kind: "NodePool",
        metadata: { name: "memory" },
        spec: {
          template: {
            metadata: { labels: { pool: "memory" } },
            spec: {
              requirements: [
                { key: "topology.kubernetes.io/zone", operator: "In", values: ["us-east-1b"] },
                { key: "karpenter.k8s.aws/instance-cpu", operator: "Gt", values: ["3"] },
              ],
              taints: [{ key: "memory", effect: "NoExecute" }],
            },
          },
        },
      },
    ],
  } as unknown as Things;
}

/** A pod that says this of its nodes. */
export function pod(spec: object): Things["objects"][number] {
  return { apiVersion: "v1", kind: "Pod", metadata: { name: "a", namespace: "b" }, spec };
}

/** Demands that have to hold together, each `[key, operator, ...values]`. */
export type Term = readonly (readonly string[])[];

/** What a pod demands of its nodes by affinity: one of these terms. */
export function affinity(...terms: readonly Term[]): object {
  return {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: terms.map((term) => ({
          matchExpressions: term.map(([key, operator, ...values]) => ({ key, operator, values })),
        })),
      },
    },
  };
}
