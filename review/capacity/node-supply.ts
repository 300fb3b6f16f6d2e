import type { InstanceType } from "../../config/reference/instance-types";
import { allocatableOf, podsOfNode } from "../nodes/kubelet-settings";
import { fillsOf, knownTypes } from "../nodes/node-fill";
import type { NodeSource } from "../nodes/node-source";
import type { Range } from "../range";

/** What one node of a type has. */
export interface NodeSize {
  readonly instanceType: string;
  readonly vcpu: number;
  readonly memoryGib: number;
  /** For pods, after what kernel and kubelet keep. */
  readonly allocatableCpuMilli: number;
  readonly allocatableMemoryBytes: number;
  /** Pods that it takes. */
  readonly pods: number;
}

/** What the nodes of a source have together. */
export interface NodeSupply {
  readonly nodes: Range;
  readonly vcpu: Range;
  readonly memoryGib: Range;
  readonly allocatableCpuMilli: Range;
  readonly allocatableMemoryBytes: Range;
  readonly pods: Range;
}

/** One node of each type of a source that is known. */
export function nodeSizes(source: NodeSource): readonly NodeSize[] {
  return knownTypes(source).map(({ name, type }) => sizeOf(name, type, source));
}

function sizeOf(instanceType: string, type: InstanceType, { kubelet }: NodeSource): NodeSize {
  const { cpuMilli, memoryBytes } = allocatableOf(type, kubelet);
  return {
    instanceType,
    vcpu: type.vcpu,
    memoryGib: type.memoryGib,
    allocatableCpuMilli: cpuMilli,
    allocatableMemoryBytes: memoryBytes,
    pods: podsOfNode(type, kubelet),
  };
}

/**
 * What the nodes of a source have: a group the least of its types at the least, of the type that it prefers with its desired size, the most at the most; a NodePool nothing until pods wait, and up to
 * its limits, for each amount, what that type has the most of which fills them alone.
 *
 * @returns why it can't be told, where nothing is known of its types or nothing bounds it
 */
export function supplyOf(source: NodeSource): NodeSupply | string {
  const sizes = nodeSizes(source);
  const [preferred] = sizes;
  if (preferred === undefined) return `nothing is known of ${source.instanceTypes.join(", ") || "its instance types"}`;
  if ("nodes" in source.size) return groupSupply(source.size.nodes, preferred, sizes);
  const fills = fillsOf(source, source.size.limits);
  if (fills === undefined) return "it has no limits: nothing bounds what it may launch";
  return supply((amount) => {
    const most = fills.map(({ name, nodes }) => {
      const size = sizes.find(({ instanceType }) => instanceType === name);
      return nodes * (amount === "nodes" ? 1 : (size?.[amount] ?? 0));
    });
    return { minimum: 0, typical: 0, maximum: Math.max(0, ...most) };
  });
}

function groupSupply(nodes: Range, preferred: NodeSize, sizes: readonly NodeSize[]): NodeSupply {
  return supply((amount) => {
    if (amount === "nodes") return nodes;
    const amounts = sizes.map((size) => size[amount]);
    return {
      minimum: nodes.minimum * Math.min(...amounts),
      typical: nodes.typical * preferred[amount],
      maximum: nodes.maximum * Math.max(...amounts),
    };
  });
}

function supply(of: (amount: keyof NodeSupply) => Range): NodeSupply {
  return {
    nodes: of("nodes"),
    vcpu: of("vcpu"),
    memoryGib: of("memoryGib"),
    allocatableCpuMilli: of("allocatableCpuMilli"),
    allocatableMemoryBytes: of("allocatableMemoryBytes"),
    pods: of("pods"),
  };
}
