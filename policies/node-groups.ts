import type { autoscaling, ec2, eks } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { POOL_LABEL } from "../config/reference/node-labels";
import type { Estate } from "./estate";
import { eksTaint, type Taint } from "./node-taints";
import { type Registration, registrationIn } from "./node-user-data";
import type { Resource } from "./resource";
import { type ResourceCheck, type Rule, type RuleDescription, resourceRule } from "./rule";

/** A managed node group. */
export const NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";
/** A self-managed one, where it launches nodes. */
export const SCALING_GROUP = "aws:autoscaling/group:Group";
export const LAUNCH_TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

/** Begins the tag by which the cloud provider knows the nodes of a cluster. Source: Kubernetes, cloud-provider-aws, Prerequisites. */
const CLUSTER_TAG = "kubernetes.io/cluster/";

/** Arguments of both kinds of group that rules read. Each kind has some of them; where both have one, in two forms, it is that of Auto Scaling. */
export type GroupArgs = Pick<
  eks.NodeGroupArgs,
  "capacityType" | "instanceTypes" | "labels" | "scalingConfig" | "subnetIds" | "taints" | "updateConfig"
> &
  Pick<
    autoscaling.GroupArgs,
    | "desiredCapacity"
    | "instanceRefresh"
    | "launchTemplate"
    | "maxSize"
    | "minSize"
    | "mixedInstancesPolicy"
    | "tags"
    | "vpcZoneIdentifiers"
  >;

/** A group of nodes, whoever manages it. */
export type NodeGroup = Resource<Unwrap<GroupArgs>>;

/** A launch template as rules read it. */
export type LaunchTemplate = Resource<Unwrap<ec2.LaunchTemplateArgs>>;

/** A rule about groups of nodes, managed by EKS or by the stack. */
export function nodeGroupRule(
  description: RuleDescription,
  { when = () => true, check }: Pick<ResourceCheck<Unwrap<GroupArgs>>, "when" | "check">,
): Rule {
  return resourceRule<GroupArgs>(description, {
    types: [NODE_GROUP, SCALING_GROUP],
    when: (group, estate) => launchesNodes(group, estate) && when(group, estate),
    check,
  });
}

/** An Auto Scaling group is one of nodes when it, or what its template launches, is tagged as a cluster's. */
function launchesNodes(group: NodeGroup, estate: Estate): boolean {
  if (group.type === NODE_GROUP) return true;
  const launched = templatesOf(group, estate).flatMap(({ inputs }) => inputs.tagSpecifications ?? []);
  return [
    ...(group.inputs.tags ?? []).map(({ key }) => key),
    ...launched.flatMap(({ tags }) => Object.keys(tags ?? {})),
  ].some((key) => key.startsWith(CLUSTER_TAG));
}

/** The launch templates of a group: by dependency, because a preview doesn't know their ids. */
export function templatesOf(group: NodeGroup, estate: Estate): readonly LaunchTemplate[] {
  return estate.dependenciesOf<LaunchTemplate["inputs"]>(group, LAUNCH_TEMPLATE);
}

/** Numbers of nodes, and the inputs that give them. */
export interface GroupSize {
  readonly min: number;
  /** At first; afterwards an autoscaler may own it. */
  readonly desired: number;
  readonly max: number;
  readonly paths: Readonly<Record<"min" | "desired" | "max", string>>;
}

const MANAGED_PATHS = {
  min: "scalingConfig.minSize",
  desired: "scalingConfig.desiredSize",
  max: "scalingConfig.maxSize",
};
const SCALING_PATHS = { min: "minSize", desired: "desiredCapacity", max: "maxSize" };

/** How large a group is. Auto Scaling begins with the least where it isn't told. */
export function sizeOf({ type, inputs }: NodeGroup): GroupSize {
  if (type === NODE_GROUP) {
    const { minSize = 0, desiredSize = 0, maxSize = 0 } = inputs.scalingConfig ?? {};
    return { min: minSize, desired: desiredSize, max: maxSize, paths: MANAGED_PATHS };
  }
  const { minSize: min = 0, maxSize: max = 0, desiredCapacity } = inputs;
  return { min, desired: desiredCapacity ?? min, max, paths: SCALING_PATHS };
}

/** With what the nodes of a group register, by what its launch templates tell their kubelets. */
export function kubeletRegistrations(group: NodeGroup, estate: Estate): readonly Registration[] {
  return templatesOf(group, estate).map(({ inputs }) => registrationIn(inputs.userData ?? ""));
}

/** Label by which workloads select the nodes of a group: EKS sets it, or their kubelets do. */
export function poolLabelOf(group: NodeGroup, estate: Estate): string | undefined {
  const byEks = group.inputs.labels?.[POOL_LABEL];
  return byEks ?? kubeletRegistrations(group, estate).find(({ labels }) => POOL_LABEL in labels)?.labels[POOL_LABEL];
}

/** Every label of a group's nodes that EKS or their kubelets set. */
export function labelsOf(group: NodeGroup, estate: Estate): Readonly<Record<string, string>> {
  const byKubelet = kubeletRegistrations(group, estate).map(({ labels }) => labels);
  return Object.assign({}, group.inputs.labels, ...byKubelet);
}

/** Every taint of a group's nodes. */
export function taintsOf(group: NodeGroup, estate: Estate): readonly Taint[] {
  const byKubelet = kubeletRegistrations(group, estate).flatMap(({ taints }) => taints);
  return [...(group.inputs.taints ?? []).map(eksTaint), ...byKubelet];
}
