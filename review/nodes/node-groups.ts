import type { autoscaling, ec2, eks } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { listAt, numberAt, textAt } from "../../charts/checks/object-readers";
import { valueAt } from "../../charts/kube-object";
import { HOST_LABEL, POOL_LABEL, ZONE_LABEL } from "../../config/reference/node-labels";
import { LAUNCH_TEMPLATE, NODE_GROUP, SCALING_GROUP } from "../../policies/node-groups";
import { eksTaint } from "../../policies/node-taints";
import { ANY, type NodeLabels } from "../../policies/node-terms";
import { type Resource, resourceText } from "../../policies/resource";
import type { PlanIndex } from "../plan-index";
import type { Range } from "../range";
import { type BlockVolume, type NodeSource, type ReadSource, readOr } from "./node-source";
import { type StartOfNodes, startOfNodes } from "./user-data";

type Template = Resource<Unwrap<ec2.LaunchTemplateArgs>>;

const SUBNET = "aws:ec2/subnet:Subnet";

/** Begins the tag by which the cloud provider knows the nodes of a cluster. Source: Kubernetes, cloud-provider-aws, Prerequisites. */
const CLUSTER_TAG = "kubernetes.io/cluster/";

/** The managed node groups of a plan. */
export function managedGroups(plan: PlanIndex): readonly ReadSource[] {
  return plan.ofType<Unwrap<eks.NodeGroupArgs>>(NODE_GROUP).map((group) =>
    readOr(resourceText(group), () => {
      const { capacityType, instanceTypes = [], labels = {}, nodeGroupName, scalingConfig, taints = [] } = group.inputs;
      const template = templateOf(plan, group);
      const name = nodeGroupName ?? group.name;
      const start = startOfNodes(plan, name, () => template?.inputs.userData);
      const { registration } = start;
      return {
        ...common(plan, group, template, start),
        pool: labels[POOL_LABEL] ?? registration.labels[POOL_LABEL] ?? name,
        instanceTypes: instanceTypes.length > 0 ? [...instanceTypes] : typesOf(template),
        capacity: capacityType === "SPOT" ? "spot" : "on demand",
        size: {
          nodes: nodes(scalingConfig?.minSize ?? 0, scalingConfig?.desiredSize ?? 0, scalingConfig?.maxSize ?? 0),
        },
        joinsCluster: true,
        labels: labelsOf({ ...registration.labels, ...labels }),
        taints: [...registration.taints, ...taints.map(eksTaint)],
      };
    }),
  );
}

/** The Auto Scaling groups of a plan; those of managed groups are EKS's own and don't show. */
export function scalingGroups(plan: PlanIndex): readonly ReadSource[] {
  return plan.ofType<Unwrap<autoscaling.GroupArgs>>(SCALING_GROUP).map((group) =>
    readOr(resourceText(group), () => {
      const { desiredCapacity, maxSize = 0, minSize = 0, mixedInstancesPolicy } = group.inputs;
      if (mixedInstancesPolicy !== undefined) {
        return { resource: resourceText(group), reason: "a mixed instances policy decides what it launches" };
      }
      const template = templateOf(plan, group);
      const name = group.inputs.name ?? group.name;
      const start = startOfNodes(plan, name, () => template?.inputs.userData);
      const { registration } = start;
      const spot = textAt(template?.inputs, ["instanceMarketOptions", "marketType"]) === "spot";
      return {
        ...common(plan, group, template, start),
        pool: registration.labels[POOL_LABEL] ?? name,
        instanceTypes: typesOf(template),
        capacity: spot ? "spot" : "on demand",
        size: { nodes: nodes(minSize, desiredCapacity ?? minSize, maxSize) },
        joinsCluster: isTaggedAsNode(group, template),
        labels: labelsOf(registration.labels),
        taints: registration.taints,
      };
    }),
  );
}

type CommonParts = Pick<
  NodeSource,
  "resource" | "region" | "volumes" | "detailedMonitoring" | "kubelet" | "subnets" | "notes"
>;

/** What both kinds of group have in the same place, most of it in their launch template. */
function common(
  plan: PlanIndex,
  group: Pick<Resource, "type" | "name" | "provider" | "dependencies" | "inputs">,
  template: Template | undefined,
  { kubelet, notes }: StartOfNodes,
): CommonParts {
  return {
    resource: resourceText(group),
    region: plan.regionOf(group),
    volumes: template?.inputs.blockDeviceMappings?.map(volumeOf),
    detailedMonitoring: valueAt(template?.inputs, ["monitoring", "enabled"]) === true,
    kubelet,
    subnets: plan.dependenciesOf(group, SUBNET),
    notes,
  };
}

function nodes(minimum: number, typical: number, maximum: number): Range {
  return { minimum, typical, maximum };
}

/** A block device of a template. Without a type it is gp2, as the API has it; without a size that of the image's snapshot, which the plan doesn't tell. */
function volumeOf(device: unknown): BlockVolume {
  return {
    sizeGib: numberAt(device, ["ebs", "volumeSize"]),
    type: textAt(device, ["ebs", "volumeType"]) || "gp2",
    iops: numberAt(device, ["ebs", "iops"]) || undefined,
    throughputMibPerSecond: numberAt(device, ["ebs", "throughput"]) || undefined,
  };
}

function templateOf(plan: PlanIndex, group: Pick<Resource, "dependencies">): Template | undefined {
  return plan.dependenciesOf<Unwrap<ec2.LaunchTemplateArgs>>(group, LAUNCH_TEMPLATE)[0];
}

function typesOf(template: Template | undefined): readonly string[] {
  const type = template?.inputs.instanceType;
  return type === undefined ? [] : [type];
}

function isTaggedAsNode(group: Resource<Unwrap<autoscaling.GroupArgs>>, template: Template | undefined): boolean {
  const launched = listAt(template?.inputs, ["tagSpecifications"]).flatMap((tagged) =>
    Object.keys(valueAt(tagged, ["tags"]) ?? {}),
  );
  return [...(group.inputs.tags ?? []).map(({ key }) => key), ...launched].some((key) => key.startsWith(CLUSTER_TAG));
}

/** Labels that the cloud provider gives to every node may have any value: pods that ask for one may be on any of these nodes. */
function labelsOf(own: Readonly<Record<string, string>>): NodeLabels {
  const anywhere = [HOST_LABEL, ZONE_LABEL, "node.kubernetes.io/instance-type", "kubernetes.io/arch"] as const;
  return new Map<string, readonly string[] | typeof ANY>([
    ...anywhere.map((key) => [key, ANY] as const),
    ["kubernetes.io/os", ["linux"]],
    ...Object.entries(own).map(([key, value]) => [key, [String(value)]] as const),
  ]);
}
