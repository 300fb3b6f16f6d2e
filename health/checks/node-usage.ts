import { Quantity } from "../../config/units/quantity";
import { isNew } from "../age";
import { type Check, type Deviation, deviationsOr } from "../check";
import { ifPresent, type LiveObject } from "../cluster-reader";
import { NODE_CPU_PERCENT, NODE_MEMORY_PERCENT } from "../limits";
import type { Node } from "./nodes";

/** What a node uses, as the metrics API tells. */
export interface NodeMetrics extends LiveObject {
  readonly usage: { readonly cpu: string; readonly memory: string };
}

interface Reading {
  readonly nodes: readonly Node[];
  /** Undefined where nothing serves the metrics API. */
  readonly metrics: readonly NodeMetrics[] | undefined;
}

const EXPECTED = `CPU < ${NODE_CPU_PERCENT} %, memory < ${NODE_MEMORY_PERCENT} %`;

/**
 * No node is short of CPU or memory: what is used, of what is allocatable.
 *
 * Source: document 003, section 1 (Morning Health Check Routine), step 2 (`kubectl top nodes`). Where nothing serves `metrics.k8s.io` the step has nothing to look at.
 */
export const nodeUsage: Check<Reading> = {
  name: "node usage",
  read: async (cluster) => {
    const [nodes, answer] = await Promise.all([
      cluster.list<Node>("nodes"),
      ifPresent(cluster.raw("/apis/metrics.k8s.io/v1beta1/nodes")),
    ]);
    const metrics = answer === undefined ? undefined : (JSON.parse(answer) as { items: readonly NodeMetrics[] }).items;
    return { nodes, metrics };
  },
  judge: ({ nodes, metrics }, { now }) => {
    const all = { subject: "all", expected: EXPECTED };
    if (metrics === undefined) {
      return [{ ...all, found: "the cluster serves no metrics of nodes (metrics.k8s.io)", verdict: "not checked" }];
    }
    const usageOf = new Map(metrics.map(({ metadata, usage }) => [metadata.name, usage]));
    const measured = nodes.filter((node) => usageOf.has(node.metadata.name) || !isNew(node, now));
    const deviations = measured.flatMap((node) => overLimit(node, usageOf.get(node.metadata.name)));
    return deviationsOr({ ...all, found: `${measured.length} of ${measured.length}` }, deviations);
  },
};

function overLimit({ metadata: { name: subject }, status }: Node, usage?: NodeMetrics["usage"]): readonly Deviation[] {
  const allocatable = status?.allocatable;
  if (usage === undefined || allocatable?.cpu === undefined || allocatable.memory === undefined) {
    return [{ subject, expected: EXPECTED, found: "no metrics" }];
  }
  const cpu = percentOf(usage.cpu, allocatable.cpu);
  const memory = percentOf(usage.memory, allocatable.memory);
  const found = `CPU ${cpu} %, memory ${memory} %`;
  return cpu < NODE_CPU_PERCENT && memory < NODE_MEMORY_PERCENT ? [] : [{ subject, expected: EXPECTED, found }];
}

/** Rounded down, as kubectl does. */
function percentOf(used: string, allocatable: string): number {
  return Math.floor((100 * amount(used)) / amount(allocatable));
}

/** Metrics come in billionths and millionths too, which no stack file has. Source: metrics-server, `resource.DecimalSI` with a scale of -9. */
function amount(text: string): number {
  const small = /^(\d+)([nu])$/.exec(text);
  if (small === null) return Quantity.parse(text).value;
  return Number(small[1]) * (small[2] === "n" ? 1e-9 : 1e-6);
}
