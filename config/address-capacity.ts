import { launchedPools } from "./derived/node-scaling";
import type { System } from "./parts";
import type { Platform } from "./platform";
import {
  ADDRESSES_PER_PREFIX,
  INSTANCE_TYPES,
  type InstanceType,
  RESERVED_INTERFACES,
} from "./reference/instance-types";

/** The part of a platform that decides how many addresses are needed and how many there are. */
export interface AddressPlan {
  readonly network: Pick<Platform["network"], "zones" | "subnets" | "podSubnets">;
  readonly nodePools: Platform["nodePools"];
  /** Absent where nothing but node groups makes nodes. */
  readonly karpenter?: Pick<System<"karpenter">, "nodePools"> | undefined;
}

/** Addresses of one subnet group in one zone. */
export interface ZoneCapacity {
  readonly group: string;
  readonly zone: string;
  /** Addresses that the largest permitted number of nodes takes there, with {@link ADDRESS_MARGIN}. */
  readonly need: number;
  /** Addresses that the subnet can give. */
  readonly supply: number;
}

/**
 * Addresses kept free above the computed need: 20 %. Prefixes are blocks of 16, which fragment a subnet; while a pool is rolled, old and new
 * nodes hold theirs together; and zones are never filled quite evenly.
 */
export const ADDRESS_MARGIN = 0.2;

/** Spare prefixes that the CNI keeps on every node for the next pods (`WARM_PREFIX_TARGET`). */
export const WARM_PREFIXES = 1;

/** The most that one pool can ask for. */
export interface PoolDemand {
  /** Subnet group of the nodes; undefined where Karpenter chooses among its own. */
  readonly group: string | undefined;
  /** Most nodes in one zone, when the pool is spread evenly. */
  readonly nodesPerZone: number;
  /** Most pod addresses in one zone. */
  readonly podAddressesPerZone: number;
}

/**
 * Addresses that a node takes from the pods' subnet: a /28 for every 16 pods, the spare ones, and the own address of each interface that holds
 * them. The first interface lies in the nodes' subnet and holds none.
 *
 * Source: Amazon EKS user guide, "Assign more IP addresses to nodes with prefixes" and "Deploy pods in alternate subnets".
 */
export function podAddressesOfNode(maxPods: number, type: InstanceType): number {
  const prefixes = Math.ceil(maxPods / ADDRESSES_PER_PREFIX) + WARM_PREFIXES;
  const interfaces = Math.min(
    Math.ceil(prefixes / (type.ipv4PerInterface - 1)),
    type.maxInterfaces - RESERVED_INTERFACES,
  );
  return prefixes * ADDRESSES_PER_PREFIX + interfaces;
}

/**
 * Pods that Karpenter lets on a node whose NodePool names no number: the single addresses of the interfaces that are not reserved, and two pods on
 * the node's network. It knows nothing of prefixes, which would give each address sixteen.
 *
 * Source: aws/karpenter-provider-aws v0.37.0, pkg/providers/instancetype/types.go, `ENILimitedPods` (ReservedENIs).
 */
export function defaultMaxPods({ maxInterfaces, ipv4PerInterface }: InstanceType): number {
  return (maxInterfaces - RESERVED_INTERFACES) * (ipv4PerInterface - 1) + 2;
}

/** What every pool can ask for in one zone. Types without reference data are left out; another check reports them. */
export function poolDemands({ network, nodePools, karpenter }: AddressPlan): PoolDemand[] {
  const inZone = (nodes: number) => Math.ceil(nodes / network.zones.length);
  const fixed = Object.values(nodePools).map((pool) => {
    const nodesPerZone = inZone(pool.nodes.max);
    const perNode = Math.max(0, ...known(pool.instanceTypes).map((type) => podAddressesOfNode(pool.maxPods, type)));
    return { group: pool.subnets, nodesPerZone, podAddressesPerZone: nodesPerZone * perNode };
  });
  const launched = Object.values(launchedPools({ karpenter })).map(({ instanceTypes, limits, maxPods }) => {
    // Small types mean more nodes, large ones more pods on each: neither is the worst case for both.
    const cases = known(instanceTypes).map((type) => {
      const nodes = inZone(Math.ceil(limits.cpu / type.vcpu));
      return { nodes, addresses: nodes * podAddressesOfNode(maxPods ?? defaultMaxPods(type), type) };
    });
    return {
      group: undefined,
      nodesPerZone: Math.max(0, ...cases.map(({ nodes }) => nodes)),
      podAddressesPerZone: Math.max(0, ...cases.map(({ addresses }) => addresses)),
    };
  });
  return [...fixed, ...launched];
}

/** Need and supply of the group that the CNI takes pod addresses from, per zone. Empty when the group doesn't exist, or none is needed. */
export function podAddressCapacity(plan: AddressPlan): ZoneCapacity[] {
  const need = sum(poolDemands(plan).map(({ podAddressesPerZone }) => podAddressesPerZone));
  const { podSubnets } = plan.network;
  return podSubnets === undefined ? [] : capacityOf(plan, podSubnets, need);
}

/**
 * Need and supply of the nodes' groups, per zone: one address a node. A group that Karpenter may use has to hold all of Karpenter's nodes, as
 * Karpenter takes the subnet with the most free addresses and knows no share.
 */
export function nodeAddressCapacity(plan: AddressPlan): ZoneCapacity[] {
  const demands = poolDemands(plan);
  const nodesIn = (group: string | undefined) =>
    sum(demands.filter((demand) => demand.group === group).map(({ nodesPerZone }) => nodesPerZone));
  const groups = Object.entries(plan.network.subnets).filter(([, { role }]) => role === "nodes");
  return groups.flatMap(([group, { karpenter }]) =>
    capacityOf(plan, group, nodesIn(group) + (karpenter ? nodesIn(undefined) : 0)),
  );
}

function capacityOf({ network }: AddressPlan, group: string, need: number): ZoneCapacity[] {
  const blocks = Object.entries(network.subnets[group]?.cidrs ?? {});
  return blocks.map(([zone, block]) => ({
    group,
    zone,
    need: Math.ceil(need * (1 + ADDRESS_MARGIN)),
    supply: block.usableAddresses,
  }));
}

function known(types: readonly string[]): InstanceType[] {
  return types.flatMap((name) => INSTANCE_TYPES[name] ?? []);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
