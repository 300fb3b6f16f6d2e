import { textAt } from "../../charts/checks/object-readers";
import { ADDRESS_MARGIN, podAddressesOfNode } from "../../config/address-capacity";
import { Cidr } from "../../config/units/cidr";
import { type Resource, resourceText } from "../../policies/resource";
import { ifShown } from "../../policies/shown";
import { podsOfNode } from "../nodes/kubelet-settings";
import { fillsOf, knownTypes, type NodeFill } from "../nodes/node-fill";
import type { NodeSource } from "../nodes/node-source";
import type { PlanIndex } from "../plan-index";

const SUBNET = "aws:ec2/subnet:Subnet";

/** Objects that say from which subnet pods of a zone take addresses. Source: amazon-vpc-cni-k8s, custom networking. */
const ENI_CONFIG = /^kubernetes:crd\.k8s\.amazonaws\.com\/.*:ENIConfig$/;

/** IPv4 addresses of one subnet. */
export interface ZoneAddresses {
  readonly subnet: string;
  readonly zone: string;
  readonly takenBy: "nodes" | "pods";
  /** Addresses that all pools at their maximum take there, with `ADDRESS_MARGIN`. */
  readonly need: number;
  /** Addresses that it can give. */
  readonly supply: number;
}

/**
 * Need and supply of the subnets that nodes and their pods are in, as `config/address-capacity.ts` has them, but from the plan: nodes are spread evenly over the zones of their subnets, and a subnet
 * that Karpenter may use has to hold all of its nodes of the zone. Pods' addresses are left out where no ENIConfig says where they come from.
 */
export function addressesOf(plan: PlanIndex, sources: readonly NodeSource[]): readonly ZoneAddresses[] {
  const forNodes = unique(sources.flatMap(({ subnets }) => subnets)).map((subnet) =>
    addresses("nodes", subnet, sources.filter(({ subnets }) => includes(subnets, subnet)).map(nodesInZone)),
  );
  const podSubnets = plan.resources
    .filter(({ type }) => ENI_CONFIG.test(type))
    .flatMap((config) => plan.dependenciesOf(config, SUBNET));
  const forPods = unique(podSubnets).map((subnet) => addresses("pods", subnet, sources.map(podAddressesInZone)));
  return [...forNodes, ...forPods].flat();
}

/** Nothing where the plan doesn't show the block. */
function addresses(
  takenBy: ZoneAddresses["takenBy"],
  subnet: Resource,
  needs: readonly number[],
): readonly ZoneAddresses[] {
  const block = ifShown(() => textAt(subnet.inputs, ["cidrBlock"])) ?? "";
  if (block === "") return [];
  const need = Math.ceil(needs.reduce((sum, one) => sum + one, 0) * (1 + ADDRESS_MARGIN));
  const zone = ifShown(() => textAt(subnet.inputs, ["availabilityZone"])) ?? "";
  return [{ subnet: resourceText(subnet), zone, takenBy, need, supply: Cidr.parse(block).usableAddresses }];
}

/** The most nodes that a source has in one zone. */
function nodesInZone(source: NodeSource): number {
  return Math.max(0, ...most(source).map(({ nodes }) => perZone(nodes, source)));
}

/** The most addresses that the pods of a source take in one zone: small types mean more nodes, large ones more pods on each. */
function podAddressesInZone(source: NodeSource): number {
  const cases = most(source).map(
    ({ nodes, type }) => perZone(nodes, source) * podAddressesOfNode(podsOfNode(type, source.kubelet), type),
  );
  return Math.max(0, ...cases);
}

/** For each type, the most nodes of it alone; none where nothing bounds them, which the capacity says of the source. */
function most(source: NodeSource): readonly NodeFill[] {
  const { size } = source;
  if ("limits" in size) return fillsOf(source, size.limits) ?? [];
  return knownTypes(source).map(({ name, type }) => ({ name, type, nodes: size.nodes.maximum }));
}

function perZone(nodes: number, { subnets }: NodeSource): number {
  const zones = new Set(subnets.map(({ inputs }) => ifShown(() => textAt(inputs, ["availabilityZone"]))));
  return Math.ceil(nodes / Math.max(1, zones.size));
}

function includes(subnets: readonly Resource[], { urn }: Resource): boolean {
  return subnets.some((subnet) => subnet.urn === urn);
}

function unique(subnets: readonly Resource[]): readonly Resource[] {
  return [...new Map(subnets.map((subnet) => [subnet.urn, subnet])).values()];
}
