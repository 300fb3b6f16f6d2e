import {
  ADDRESS_MARGIN,
  type AddressPlan,
  nodeAddressCapacity,
  podAddressCapacity,
  type ZoneCapacity,
} from "../address-capacity";
import type { Finding } from "../finding";
import { check, ifThere } from "./check";

const NEEDS = {
  network: ["zones", "subnets", "podSubnets"],
  nodePools: "whole",
  karpenter: ifThere(["nodePools"]),
} as const;

function shortages(capacities: readonly ZoneCapacity[], whose: string): Finding[] {
  return capacities
    .filter(({ need, supply }) => need > supply)
    .map(({ group, zone, need, supply }) => ({
      path: ["network", "subnets", group, "cidrs", zone],
      given: `${supply} addresses for ${whose} in ${zone}`,
      allowed: `at least ${need}: the maximum of all pools, spread over the zones, and ${ADDRESS_MARGIN * 100} % more`,
      mend: "take a larger block, or lower the pools' maximum nodes or pods per node",
    }));
}

/** The pods' subnets have an address for every pod of the largest permitted number of nodes. */
export const podAddresses = check(NEEDS, (config) =>
  shortages(podAddressCapacity(config satisfies AddressPlan), "pods"),
);

/** The nodes' subnets have one for every node. */
export const nodeAddresses = check(NEEDS, (config) =>
  shortages(nodeAddressCapacity(config satisfies AddressPlan), "nodes"),
);
