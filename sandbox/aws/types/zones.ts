import type { Lookup } from "../object-state";
import { SUBNET } from "./tokens";

/** Initials of the words that regions are named with; all others are kept as they are. */
const DIRECTIONS: Readonly<Record<string, string>> = {
  central: "c",
  east: "e",
  gov: "g",
  north: "n",
  northeast: "ne",
  northwest: "nw",
  south: "s",
  southeast: "se",
  southwest: "sw",
  west: "w",
};

/**
 * A zone's id: initials of the region, `-az` and a number. Which letter stands for which id differs between real accounts; here it is the alphabet's order.
 */
export function zoneId(zone: string): string {
  const [, region = "", letter = "a"] = /^(.*\d)([a-z])$/.exec(zone) ?? [];
  const short = region.split("-").map((word) => DIRECTIONS[word] ?? word);
  return `${short.join("")}-az${letter.charCodeAt(0) - "a".charCodeAt(0) + 1}`;
}

/** Zones of subnets of the sandbox, in the order given. */
export function zonesOf(subnetIds: readonly string[], stateOf: Lookup): readonly string[] {
  return subnetIds.map((id) => String(stateOf(SUBNET, id).availabilityZone));
}
