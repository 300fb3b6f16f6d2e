import { INSTANCE_TYPES } from "../../../config/reference/instance-types";
import { type NodeGroup, nodeGroupRule } from "../../node-groups";
import { problem } from "../../rule";

/** The instance types of a group, spot groups above all, have the same processors and memory. */
export const nodeGroupInstanceSizes = nodeGroupRule(
  {
    id: "node-group-instance-sizes",
    title: "The instance types of a node group have the same vCPU and memory",
    severity: "medium",
    enforcement: "mandatory",
    why: "cluster-autoscaler computes with the first type of a group: pods that fit it stay pending on a smaller one.",
    remediation: "Choose types of one size, or give the other size a group of its own.",
    link: "https://docs.aws.amazon.com/eks/latest/best-practices/cas.html",
  },
  {
    when: (group) => typesOf(group).types.length > 1,
    check: (group) => {
      const { path, types } = typesOf(group);
      const unknown = types.filter((type) => INSTANCE_TYPES[type] === undefined);
      if (unknown.length > 0) {
        const message = `names ${unknown.join(", ")}, of unknown size; it has to be a type of config/reference/instance-types.ts`;
        return [problem(path, message)];
      }
      const sizes = new Map(types.map((type) => [type, sizeText(type)]));
      if (new Set(sizes.values()).size === 1) return [];
      const given = [...sizes].map(([type, size]) => `${type} (${size})`).join(", ");
      return [problem(path, `is ${given}; they have to be of one size`)];
    },
  },
);

/** The types that a group may launch, where it names several: of managed groups, and of the overrides of the others. */
function typesOf({ inputs: { instanceTypes, mixedInstancesPolicy } }: NodeGroup) {
  if (instanceTypes) return { path: "instanceTypes", types: [...instanceTypes] };
  const overrides = mixedInstancesPolicy?.launchTemplate?.overrides ?? [];
  const path = "mixedInstancesPolicy.launchTemplate.overrides";
  return { path, types: overrides.flatMap(({ instanceType }) => instanceType ?? []) };
}

function sizeText(type: string): string {
  const { vcpu, memoryGib } = INSTANCE_TYPES[type] ?? {};
  return `${vcpu} vCPU, ${memoryGib} GiB`;
}
