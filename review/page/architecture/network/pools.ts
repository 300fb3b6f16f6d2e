import { listAt, mappingAt, numberAt, textAt } from "../../../../charts/checks/object-readers";
import { type PlannedResource, resourceText } from "../../../../policies/resource";
import { type ChangedThings, changeOf } from "../changed-things";
import type { PlanIndex } from "../plan-index";
import type { Pool } from "./network";
import { SUBNET } from "./subnet-groups";

const NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";
const SCALING_GROUP = "aws:autoscaling/group:Group";
const LAUNCH_TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const CLUSTER = "aws:eks/cluster:Cluster";

/** What the plan puts into subnets: control planes, managed node groups and Auto Scaling groups. */
export function plannedPools(plan: PlanIndex, changed: ChangedThings): readonly Pool[] {
  const pool = (resource: PlannedResource, name: string, detail: readonly string[]): Pool => ({
    name: name || resource.name,
    detail: detail.filter(Boolean).join(" · "),
    subnets: new Set(plan.neededBy(resource, SUBNET).map(({ urn }) => urn)),
    ...changeOf([resource, ...plan.neededBy(resource, LAUNCH_TEMPLATE)].map(resourceText), changed),
  });
  return [
    ...plan.ofType(CLUSTER).map((cluster) => {
      const { inputs } = cluster;
      const isPrivate = mappingAt(inputs, ["vpcConfig"]).endpointPublicAccess === false;
      const version = textAt(inputs, ["version"]);
      return pool(cluster, textAt(inputs, ["name"]), [
        "EKS control plane",
        version === "" ? "" : `Kubernetes ${version}`,
        isPrivate ? "private endpoint" : "public endpoint",
      ]);
    }),
    ...plan.ofType(NODE_GROUP).map((group) => {
      const { inputs } = group;
      const types = listAt(inputs, ["instanceTypes"]).map(String);
      return pool(group, textAt(inputs, ["nodeGroupName"]), [
        sizeText(inputs.scalingConfig, ["minSize", "desiredSize", "maxSize"]),
        (types.length > 0 ? types : templateTypes(group, plan)).join(", "),
        inputs.capacityType === "SPOT" ? "spot" : "on demand",
      ]);
    }),
    ...plan
      .ofType(SCALING_GROUP)
      .map((group) =>
        pool(group, textAt(group.inputs, ["name"]), [
          sizeText(group.inputs, ["minSize", "desiredCapacity", "maxSize"]),
          templateTypes(group, plan).join(", "),
          "self-managed",
        ]),
      ),
  ];
}

function templateTypes(group: PlannedResource, plan: PlanIndex): readonly string[] {
  return plan.neededBy(group, LAUNCH_TEMPLATE).flatMap(({ inputs }) => textAt(inputs, ["instanceType"]) || []);
}

/** `18 nodes (12 to 40)`, or `5 nodes` where it stays so. */
function sizeText(sizes: unknown, [least, usual, most]: readonly [string, string, string]): string {
  const [minimum, desired, maximum] = [least, usual, most].map((key) => numberAt(sizes, [key])) as [
    number,
    number,
    number,
  ];
  const count = `${desired || minimum} ${(desired || minimum) === 1 ? "node" : "nodes"}`;
  return minimum === maximum ? count : `${count} (${minimum} to ${maximum})`;
}
