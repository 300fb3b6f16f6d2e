import { type KubeObject, referenceOf, referenceText } from "../../charts/kube-object";
import { nodesOfPlan } from "../nodes/nodes-of-plan";
import { type Plan, PlanIndex } from "../plan-index";
import { type Range, rounded, sumOfRanges } from "../range";
import { addressesOf, type ZoneAddresses } from "./addresses";
import { supplyOf } from "./node-supply";
import { notRendered } from "./not-counted";
import { operatorPods } from "./operator-pods";
import { ownOf, placed, type SharedPods, sharedOf } from "./placed-pods";
import type { NotCounted } from "./pod-set";
import { type PoolCapacity, poolCapacity, type Supplied } from "./pool-capacity";
import { templatePods } from "./template-pods";

/** What a stack has room for, and what is asked for of it. */
export interface Capacity {
  /** By name. */
  readonly pools: readonly PoolCapacity[];
  readonly total: { readonly nodes: Range; readonly vcpu: Range; readonly memoryGib: Range };
  /** Pods that aren't bound to one pool, by the pools that they may be on. */
  readonly shared: readonly SharedPods[];
  readonly addresses: readonly ZoneAddresses[];
  /** What is left out of all of it, by object. */
  readonly notCounted: readonly NotCounted[];
}

/**
 * Sums up nodes and pods.
 *
 * @param resources the plan: nodes, and objects that aren't rendered
 * @param rendered the manifests; of an object that both have the rendered one counts
 */
export function capacityOf(resources: Plan, rendered: readonly KubeObject[]): Capacity {
  const plan = new PlanIndex(resources);
  const objects = merged(plan.objects, rendered);
  const { sources, unread } = nodesOfPlan(plan);
  const joining = sources.filter(({ joinsCluster }) => joinsCluster);
  const read = joining.map((source) => ({ source, supply: supplyOf(source) }));
  const supplied = read.filter((one): one is Supplied => typeof one.supply !== "string");
  const pods = placed([...templatePods(objects), ...operatorPods(objects)], joining);
  const pools = [...new Set(joining.map(({ pool }) => pool))].sort().map((pool) =>
    poolCapacity(
      pool,
      supplied.filter(({ source }) => source.pool === pool),
      ownOf(pool, pods),
    ),
  );
  const sum = (of: "nodes" | "vcpu" | "memoryGib") => rounded(sumOfRanges(pools.map((pool) => pool[of])), 2);
  return {
    pools,
    total: { nodes: sum("nodes"), vcpu: sum("vcpu"), memoryGib: sum("memoryGib") },
    shared: sharedOf(pods),
    addresses: addressesOf(plan, joining),
    notCounted: [
      ...unread.map(({ resource, reason }) => ({ object: resource, reason })),
      ...read.flatMap(({ source, supply }) =>
        typeof supply === "string" ? [{ object: source.resource, reason: supply }] : [],
      ),
      ...notRendered(plan, objects),
    ],
  };
}

function merged(planned: readonly KubeObject[], rendered: readonly KubeObject[]): readonly KubeObject[] {
  const byReference = [...planned, ...rendered].map((object) => [referenceText(referenceOf(object)), object] as const);
  return [...new Map(byReference).values()];
}
