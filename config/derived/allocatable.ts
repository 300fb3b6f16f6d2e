import type { Platform } from "../platform";
import type { InstanceType } from "../reference/instance-types";
import { Quantity } from "../units/quantity";

/** What a node has for pods. */
export interface Allocatable {
  /** Thousandths of a core. */
  readonly cpuMilli: number;
  readonly memoryBytes: number;
}

/**
 * Share of an instance's memory that its kernel and hypervisor keep, in percent: a node reports less than AWS states.
 *
 * Karpenter's own estimate; the real share of the sizes in use is about half of it, and what is left over is room for the pods of DaemonSets.
 *
 * Source: Karpenter 0.37.0, settings, VM_MEMORY_OVERHEAD_PERCENT (0.075).
 */
export const MEMORY_OVERHEAD_PERCENT = 7.5;

const GIB = 2 ** 30;

/** The kubelet's settings that decide about it. */
type Withheld = Pick<Platform["kubelet"], "systemReserved" | "kubeReserved" | "evictionHard">;

/**
 * What a node of an instance type has for pods, from below: its capacity without what the kubelet withholds and without the memory at which it begins to evict.
 *
 * Source: Kubernetes, "Reserve compute resources for system daemons" (Node Allocatable).
 */
export function allocatable(type: InstanceType, kubelet: Withheld): Allocatable {
  const { systemReserved, kubeReserved } = kubelet;
  const capacity = type.memoryGib * GIB * (1 - MEMORY_OVERHEAD_PERCENT / 100);
  return {
    cpuMilli: type.vcpu * 1_000 - systemReserved.cpu.milli - kubeReserved.cpu.milli,
    memoryBytes: Math.floor(
      capacity - systemReserved.memory.value - kubeReserved.memory.value - evictionBytes(kubelet, capacity),
    ),
  };
}

/** The threshold is an amount or a share of the node's memory. */
function evictionBytes({ evictionHard }: Withheld, capacity: number): number {
  const threshold = evictionHard["memory.available"];
  return threshold.endsWith("%") ? (capacity * Number.parseInt(threshold, 10)) / 100 : Quantity.parse(threshold).value;
}
