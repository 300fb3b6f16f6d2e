import type { KubeObject } from "../../../../charts/kube-object";
import type { ChangedThings } from "../changed-things";
import type { PlanIndex } from "../plan-index";
import { karpenterPools } from "./karpenter-pools";
import type { Network, Pool } from "./network";
import { networksOf } from "./networks";
import { plannedPools } from "./pools";
import { type RegionalService, regionalServices } from "./regional-services";

/** A region with what a stack has in it. */
export interface Region {
  readonly name: string;
  readonly networks: readonly Network[];
  readonly services: readonly RegionalService[];
  /** In subnets of its networks, or in none that the plan tells. */
  readonly pools: readonly Pool[];
}

/** What a region is called of which the plan says nothing. */
const UNKNOWN = "Region not known";

/** The infrastructure of a plan, by region. A pool whose subnets aren't told is in the first. */
export function infrastructureOf(
  plan: PlanIndex,
  objects: readonly KubeObject[],
  changed: ChangedThings,
): readonly Region[] {
  const networks = networksOf(plan, changed);
  const services = regionalServices(plan, changed);
  const pools = [...plannedPools(plan, changed), ...karpenterPools(objects, plan, changed)];
  const nameOf = ({ region = UNKNOWN }: { readonly region?: string }) => region;
  const names = [...new Set([...networks, ...services].map(nameOf))].sort();
  if (names.length === 0 && pools.length > 0) names.push(UNKNOWN);
  const housed = new Set(
    names.flatMap((name) =>
      poolsIn(
        networks.filter((one) => nameOf(one) === name),
        pools,
      ),
    ),
  );
  return names.map((name, index) => {
    const own = networks.filter((network) => nameOf(network) === name);
    const homeless = index === 0 ? pools.filter((pool) => !housed.has(pool)) : [];
    return {
      name,
      networks: own,
      services: services.filter((service) => nameOf(service) === name),
      pools: [...poolsIn(own, pools), ...homeless],
    };
  });
}

/** The pools that are in subnets of these networks. */
export function poolsIn(networks: readonly Network[], pools: readonly Pool[]): readonly Pool[] {
  const urns = networks.flatMap(({ groups }) => groups.flatMap(({ subnets }) => subnets.map(({ urn }) => urn)));
  return pools.filter(({ subnets }) => urns.some((urn) => subnets.has(urn)));
}
