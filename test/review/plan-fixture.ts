import type { KubeObject } from "../../charts/kube-object";
import { LAUNCH_TEMPLATE, NODE_GROUP, SCALING_GROUP } from "../../policies/node-groups";
import type { PlannedResource } from "../../policies/resource";
import { resource, urnOf } from "../policies/estate-fixture";
import { subnet, userDataWith } from "../policies/node-fixture";

/** The region of the plans below: the one whose prices are whole. */
export const REGION = "us-east-1";

const PROVIDER = "pulumi:providers:aws";

type Inputs = Readonly<Record<string, unknown>>;

/** The AWS provider, which tells the region. */
export function provider(region = REGION, name = "aws"): PlannedResource {
  return resource(PROVIDER, name, { region });
}

/** A launch template whose nodes register with a pool, with a root volume of 200 GiB and the metrics of every minute. */
export function template(pool: string, more: Inputs = {}): PlannedResource {
  return resource(LAUNCH_TEMPLATE, pool, {
    userData: userDataWith(`--node-labels=node.kubernetes.io/pool=${pool}`, "--max-pods=58"),
    blockDeviceMappings: [{ ebs: { volumeSize: 200, volumeType: "gp3", iops: 3000, throughput: 125 } }],
    monitoring: { enabled: true },
    tagSpecifications: [{ resourceType: "instance", tags: { "kubernetes.io/cluster/test": "owned" } }],
    ...more,
  });
}

/** Subnets in two zones. */
export const SUBNETS: readonly PlannedResource[] = [
  { ...subnet("a", "zone-a"), inputs: { availabilityZone: "zone-a", cidrBlock: "10.0.0.0/24" } },
  { ...subnet("b", "zone-b"), inputs: { availabilityZone: "zone-b", cidrBlock: "10.0.1.0/24" } },
];

const IN_SUBNETS = SUBNETS.map(({ urn }) => urn);

/** A managed group of 12 to 40 m6i.4xlarge, 18 desired; its template is {@link template} of its name. */
export function managed(pool: string, more: Inputs = {}): PlannedResource {
  const inputs = {
    nodeGroupName: pool,
    capacityType: "ON_DEMAND",
    instanceTypes: ["m6i.4xlarge"],
    scalingConfig: { minSize: 12, desiredSize: 18, maxSize: 40 },
    ...more,
  };
  return resource(NODE_GROUP, pool, inputs, { dependencies: [urnOf(LAUNCH_TEMPLATE, pool), ...IN_SUBNETS] });
}

/** A self-managed group of five nodes; its template says what they are. */
export function scaling(pool: string, more: Inputs = {}): PlannedResource {
  const inputs = { name: `test-${pool}`, minSize: 5, desiredCapacity: 5, maxSize: 5, ...more };
  return resource(SCALING_GROUP, pool, inputs, { dependencies: [urnOf(LAUNCH_TEMPLATE, pool), ...IN_SUBNETS] });
}

/** The plan of an object. */
export function planned(type: string, object: Inputs & Pick<KubeObject, "kind" | "metadata">): PlannedResource {
  return resource(`kubernetes:${type}`, `${object.kind}-${object.metadata.name}`, object);
}

/** A NodePool and its node class, which finds the subnets tagged `nodes`; `limits` as Kubernetes writes them. */
export function karpenter(
  name: string,
  {
    pool = name,
    limits = { cpu: 32, memory: "128Gi" },
    types = ["m6i.xlarge", "m7i.2xlarge"],
    capacity = ["on-demand"],
  }: {
    readonly pool?: string;
    readonly limits?: Inputs;
    readonly types?: readonly string[];
    readonly capacity?: readonly string[];
  } = {},
): readonly PlannedResource[] {
  const nodePool = {
    apiVersion: "karpenter.sh/v1beta1",
    kind: "NodePool",
    metadata: { name },
    spec: {
      limits,
      template: {
        metadata: { labels: { "node.kubernetes.io/pool": pool } },
        spec: {
          kubelet: { maxPods: 110 },
          nodeClassRef: { name: `${name}-class` },
          requirements: [
            { key: "karpenter.sh/capacity-type", operator: "In", values: capacity },
            { key: "node.kubernetes.io/instance-type", operator: "In", values: types },
          ],
        },
      },
    },
  };
  const nodeClass = {
    apiVersion: "karpenter.k8s.aws/v1beta1",
    kind: "EC2NodeClass",
    metadata: { name: `${name}-class` },
    spec: {
      blockDeviceMappings: [{ ebs: { volumeSize: "100Gi", volumeType: "gp3" } }],
      subnetSelectorTerms: [{ tags: { discovery: "test" } }],
    },
  };
  return [
    planned("karpenter.k8s.aws/v1beta1:EC2NodeClass", nodeClass),
    planned("karpenter.sh/v1beta1:NodePool", nodePool),
  ];
}
