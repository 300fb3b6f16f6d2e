import type { NodeSource } from "../nodes/node-source";
import { type Range, rounded, roundedTo, sumOfRanges } from "../range";
import { type NodeSize, type NodeSupply, nodeSizes } from "./node-supply";
import type { PodSet } from "./pod-set";
import { amountsBetween, amountsOfSets, gib, type PodTotals, totalsOf } from "./pod-totals";

const MIB = 2 ** 20;

/** One that makes nodes of a pool. */
export interface SourceCapacity {
  /** `aws:eks/nodeGroup:NodeGroup nodes-web`, `karpenter.sh/NodePool default`. */
  readonly resource: string;
  readonly nodes: Range;
  /** A node of each of its types; memory for pods in bytes. */
  readonly sizes: readonly NodeSize[];
  /** What had to be assumed. */
  readonly notes: readonly string[];
}

/** A set of pods for readers. */
export interface PodSetText {
  readonly object: string;
  readonly runs: PodSet["runs"];
  /** How many; of those on every node one for each. */
  readonly pods: Range;
  readonly eachCpuMilli: number;
  /** Small enough a unit for every change of a request to show. */
  readonly eachMemoryMib: number;
}

/** The nodes that pods select by one name, and what the pods ask for that can be nowhere else. */
export interface PoolCapacity {
  readonly pool: string;
  readonly sources: readonly SourceCapacity[];
  readonly nodes: Range;
  readonly vcpu: Range;
  /** Memory of the machines. */
  readonly memoryGib: Range;
  /** What they have for pods. */
  readonly allocatable: PodTotals;
  /** What the DaemonSets ask for on each node. */
  readonly onEachNode: { readonly pods: number; readonly cpuMilli: number; readonly memoryGib: number };
  /** What runs all the time and can be on no other pool, and the DaemonSets of all nodes. */
  readonly asked: PodTotals;
  /** What is left of it for all other pods; less than nothing where more nodes are needed. */
  readonly free: PodTotals;
  /** What Jobs ask for while they run, all at once. */
  readonly nowAndThen: PodTotals;
  readonly podSets: readonly PodSetText[];
}

/** A source with what its nodes have. */
export interface Supplied {
  readonly source: NodeSource;
  readonly supply: NodeSupply;
}

/** The capacity of a pool. @param sets of pods that can be on this pool only, and DaemonSets that may be on it */
export function poolCapacity(pool: string, supplied: readonly Supplied[], sets: readonly PodSet[]): PoolCapacity {
  const sum = (of: keyof NodeSupply) => sumOfRanges(supplied.map(({ supply }) => supply[of]));
  const nodes = sum("nodes");
  const always = sets.filter(({ runs }) => runs === "always");
  const everywhere = sets.filter(({ runs }) => runs === "on every node");
  const perNode = amountsOfSets(everywhere);
  const asked = amountsOfSets([...always, ...everywhere.map((set) => ({ ...set, pods: nodes }))]);
  const allocatable = {
    pods: sum("pods"),
    cpuMilli: sum("allocatableCpuMilli"),
    memoryBytes: sum("allocatableMemoryBytes"),
  };
  return {
    pool,
    sources: supplied.map(({ source, supply }) => ({
      resource: source.resource,
      nodes: supply.nodes,
      sizes: nodeSizes(source),
      notes: source.notes,
    })),
    nodes,
    vcpu: sum("vcpu"),
    memoryGib: rounded(sum("memoryGib"), 2),
    allocatable: totalsOf(allocatable),
    onEachNode: {
      pods: perNode.pods.typical,
      cpuMilli: perNode.cpuMilli.typical,
      memoryGib: gib(perNode.memoryBytes.typical),
    },
    asked: totalsOf(asked),
    free: totalsOf(amountsBetween(asked, allocatable)),
    nowAndThen: totalsOf(amountsOfSets(sets.filter(({ runs }) => runs === "now and then"))),
    podSets: sets.map(podSetText),
  };
}

/** A set of pods for readers. */
export function podSetText({ object, runs, pods, each }: PodSet): PodSetText {
  return { object, runs, pods, eachCpuMilli: each.cpuMilli, eachMemoryMib: roundedTo(each.memoryBytes / MIB, 2) };
}
