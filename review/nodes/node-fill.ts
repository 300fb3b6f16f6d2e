import { INSTANCE_TYPES, type InstanceType } from "../../config/reference/instance-types";
import type { NodeLimits, NodeSource } from "./node-source";

/** As many nodes of one type as the limits of a NodePool admit. */
export interface NodeFill {
  readonly name: string;
  readonly type: InstanceType;
  readonly nodes: number;
}

/** Types of a source with what is known of them, in its order. */
export function knownTypes({ instanceTypes }: Pick<NodeSource, "instanceTypes">): readonly {
  readonly name: string;
  readonly type: InstanceType;
}[] {
  return instanceTypes.flatMap((name) => {
    const type = INSTANCE_TYPES[name];
    return type === undefined ? [] : [{ name, type }];
  });
}

/**
 * For each type of a NodePool, as many nodes of it alone as its limits admit; undefined where it has no limit. Karpenter launches no node that would exceed them, and counts whole machines.
 *
 * Source: Karpenter 0.37.0, pkg/controllers/provisioning/scheduling/scheduler.go (filterByRemainingResources).
 */
export function fillsOf(
  source: Pick<NodeSource, "instanceTypes">,
  limits: NodeLimits,
): readonly NodeFill[] | undefined {
  const { vcpu = Number.POSITIVE_INFINITY, memoryGib = Number.POSITIVE_INFINITY } = limits;
  if (!Number.isFinite(vcpu) && !Number.isFinite(memoryGib)) return undefined;
  return knownTypes(source).map(({ name, type }) => ({
    name,
    type,
    nodes: Math.floor(Math.min(vcpu / type.vcpu, memoryGib / type.memoryGib)),
  }));
}
