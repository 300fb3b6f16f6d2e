import type { autoscaling, ec2, eks } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { valueAt } from "../charts/kube-object";
import { INSTANCE_TYPES } from "../config/reference/instance-types";
import { HOST_LABEL, ZONE_LABEL } from "../config/reference/node-labels";
import { blankResources, nothingShown } from "./blank";
import type { Estate } from "./estate";
import { karpenterLabels, karpenterTaints } from "./karpenter-pools";
import { joinsCluster, registration, templateOf, typesOf } from "./launch-templates";
import type { NodeTaint } from "./node-config";
import { ANY, type NodeLabels } from "./node-terms";
import type { Resource } from "./resource";
import type { Subject } from "./rule";
import { ifShown } from "./shown";
import { objectSubject, resourceSubject } from "./subject-rule";

/** Something in the plan that makes nodes. Reading what its nodes are like may come to a value that the plan doesn't show. */
export interface PlannedPool {
  readonly subject: Subject;
  readonly labels: () => NodeLabels;
  readonly taints: () => readonly NodeTaint[];
}

type NodeGroup = Resource<Unwrap<eks.NodeGroupArgs>>;
type ScalingGroup = Resource<Unwrap<autoscaling.GroupArgs>>;

/** Every pool of nodes in the plan: managed node groups, Auto Scaling groups of a cluster, and Karpenter's NodePools. */
export function plannedPools(estate: Estate): readonly PlannedPool[] {
  const groups = estate.ofType<Unwrap<eks.NodeGroupArgs>>("aws:eks/nodeGroup:NodeGroup");
  const scaling = estate.ofType<Unwrap<autoscaling.GroupArgs>>("aws:autoscaling/group:Group");
  return [
    ...groups.map((group) => managedPool(estate, group)),
    // A group of which that isn't known may be one.
    ...scaling
      .filter((group) => ifShown(() => joinsCluster(estate, group)) !== false)
      .map((group) => selfManagedPool(estate, group)),
    ...estate.ofKind("karpenter.sh/NodePool").map((pool) => ({
      subject: objectSubject(pool),
      labels: () => karpenterLabels(pool),
      taints: () => karpenterTaints(pool),
    })),
    ...blankResources(estate, /^kubernetes:karpenter\.sh\/.*:NodePool$/).map((blank) => ({
      subject: resourceSubject(blank),
      labels: nothingShown,
      taints: nothingShown,
    })),
  ];
}

function managedPool(estate: Estate, group: NodeGroup): PlannedPool {
  const template = templateOf(estate, group);
  const { inputs } = group;
  return {
    subject: resourceSubject(group),
    labels: () => {
      const { nodeGroupName, capacityType = "ON_DEMAND", amiType = "", labels = {} } = inputs;
      return new Map<string, readonly string[] | typeof ANY>([
        ...everyNode(estate, group, inputs.instanceTypes ?? typesOf(template)),
        ["kubernetes.io/os", [amiType.includes("WINDOWS") ? "windows" : "linux"]],
        ["eks.amazonaws.com/capacityType", [capacityType]],
        ["eks.amazonaws.com/nodegroup-image", ANY],
        ...(template === undefined ? [] : LAUNCH_TEMPLATE_LABELS),
        ...(nodeGroupName === undefined ? [] : ([["eks.amazonaws.com/nodegroup", [nodeGroupName]]] as const)),
        ...given({ ...registration(template).labels, ...labels }),
      ]);
    },
    taints: () => [
      ...registration(template).taints,
      // EKS writes effects in capitals, NO_SCHEDULE; Kubernetes NoSchedule.
      ...(inputs.taints ?? []).map(({ key, value = "", effect }) => ({ key, value, effect: camelCase(effect) })),
    ],
  };
}

function selfManagedPool(estate: Estate, group: ScalingGroup): PlannedPool {
  const template = templateOf(estate, group);
  return {
    subject: resourceSubject(group),
    labels: () =>
      new Map<string, readonly string[] | typeof ANY>([
        ...everyNode(estate, group, typesOf(template)),
        ["kubernetes.io/os", ["linux"]],
        ...given(registration(template).labels),
      ]),
    taints: () => registration(template).taints,
  };
}

/** Labels that EKS gives to nodes of a managed group with a launch template. Source: EKS user guide, "Managed node groups". */
const LAUNCH_TEMPLATE_LABELS = [
  ["eks.amazonaws.com/sourceLaunchTemplateId", ANY],
  ["eks.amazonaws.com/sourceLaunchTemplateVersion", ANY],
] as const;

/** Labels that the kubelet and the cloud provider give to every node. Source: Kubernetes, "Well-Known Labels, Annotations and Taints". */
function everyNode(
  estate: Estate,
  group: Pick<Resource, "dependencies">,
  instanceTypes: readonly string[] | undefined,
): readonly (readonly [string, readonly string[] | typeof ANY])[] {
  const subnets = estate.dependenciesOf<Unwrap<ec2.SubnetArgs>>(group, "aws:ec2/subnet:Subnet");
  const zones = subnets.flatMap(({ inputs }) => inputs.availabilityZone ?? []);
  const architectures = instanceTypes?.map((type) => INSTANCE_TYPES[type]?.architecture);
  return [
    [HOST_LABEL, ANY],
    ["kubernetes.io/arch", architectures?.every((one) => one !== undefined) === true ? architectures : ANY],
    ["node.kubernetes.io/instance-type", instanceTypes ?? ANY],
    ["topology.kubernetes.io/region", [estate.platform.aws.region]],
    [ZONE_LABEL, zones.length > 0 ? zones : ANY],
    ["topology.ebs.csi.aws.com/zone", zones.length > 0 ? zones : ANY],
  ];
}

function given(labels: Readonly<Record<string, string>>): readonly (readonly [string, readonly string[]])[] {
  return Object.keys(labels).map((key) => [key, [String(valueAt(labels, [key]))]]);
}

function camelCase(effect: string): string {
  return effect
    .split("_")
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join("");
}
