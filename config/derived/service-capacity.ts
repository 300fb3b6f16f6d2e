import type { KarpenterNodePool, Platform } from "../platform";
import { INSTANCE_TYPES, type InstanceType } from "../reference/instance-types";
import type { KarpenterPhase } from "../sections/karpenter";
import { allocatable } from "./allocatable";
import { dataPools } from "./data-pools";
import { poolActivity } from "./karpenter-phase";
import { groupsGrow, type NodeScaling } from "./node-scaling";
import { type Amounts, sumOf, times } from "./resource-amounts";

/** The part of a platform that decides how large it can become. */
export type CapacityPlan = Pick<Platform, "nodePools"> &
  NodeScaling & {
    readonly kubelet: Pick<Platform["kubelet"], "systemReserved" | "kubeReserved" | "evictionHard">;
  };

/**
 * What pods can have at most when every autoscaler has done all it may, on the pools that aren't kept for data. Static groups count with their maximum while cluster-autoscaler
 * runs, with their present size once it is gone; Karpenter's pools with their limits in this phase of the migration.
 *
 * Source: document 000, section 1 (Min, Max Nodes); document 001, sections 1 and 6 (Limits).
 */
export function serviceCapacity(plan: CapacityPlan): Amounts {
  const withData = dataPools(plan);
  const { karpenter } = plan;
  const grows = groupsGrow(plan);
  const fixed = Object.entries(plan.nodePools)
    .filter(([name]) => !withData.includes(name))
    .map(([, { instanceTypes, nodes }]) => {
      const smallest = least(known(instanceTypes).map((type) => allocatable(type, plan.kubelet)));
      return times(smallest, grows ? nodes.max : nodes.desired);
    });
  if (karpenter === undefined) return sumOf(fixed);
  const pools = Object.values(karpenter.nodePools);
  return sumOf([...fixed, ...pools.map((pool) => launched(pool, karpenter.phase, plan))]);
}

/** A pool's limits, which count whole machines, less what the kubelets of its least suitable type keep. */
function launched(pool: KarpenterNodePool, phase: KarpenterPhase, { kubelet }: CapacityPlan): Amounts {
  const { limits } = poolActivity(pool, phase);
  const shares = known(pool.instanceTypes).map((type) => {
    const { cpuMilli, memoryBytes } = allocatable(type, kubelet);
    return { cpuMilli: cpuMilli / (type.vcpu * 1_000), memoryBytes: memoryBytes / (type.memoryGib * 2 ** 30) };
  });
  const { cpuMilli, memoryBytes } = least(shares);
  const cores = Number(limits.cpu);
  return {
    cpuMilli: Math.floor(cores * 1_000 * cpuMilli),
    memoryBytes: cores === 0 ? 0 : Math.floor(pool.limits.memory.value * memoryBytes),
  };
}

/** The least of each amount; none where no type is known, which another check reports. */
function least(amounts: readonly Amounts[]): Amounts {
  if (amounts.length === 0) return { cpuMilli: 0, memoryBytes: 0 };
  return {
    cpuMilli: Math.min(...amounts.map(({ cpuMilli }) => cpuMilli)),
    memoryBytes: Math.min(...amounts.map(({ memoryBytes }) => memoryBytes)),
  };
}

function known(names: readonly string[]): readonly InstanceType[] {
  return names.flatMap((name) => INSTANCE_TYPES[name] ?? []);
}
