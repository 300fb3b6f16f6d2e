import type { Finding } from "../finding";
import { nearest } from "../nearest";
import { REGIONS } from "../reference/regions";
import { check } from "./check";

/** The network's zones belong to the region. */
export const zonesOfRegion = check(
  { aws: ["region"], network: ["zones"] },
  ({ aws: { region }, network: { zones } }) => {
    const known = REGIONS[region]?.zones ?? [];
    return zones.flatMap((zone, index) => {
      if (known.includes(zone)) {
        return [];
      }
      const meant = nearest(zone, known);
      const way = meant === undefined ? "choose a zone of the region" : `did you mean ${meant}?`;
      return [
        {
          path: ["network", "zones", index],
          given: zone,
          allowed: `a zone of ${region}: ${known.join(", ")}`,
          mend: `${way} or change vantage:aws.region`,
        },
      ];
    });
  },
);

/** Every subnet group has one block in each zone of the network and none elsewhere. */
export const subnetZones = check({ network: ["zones", "subnets"] }, ({ network: { zones, subnets } }) =>
  Object.entries(subnets).flatMap(([group, { cidrs }]): Finding[] => {
    const path = ["network", "subnets", group, "cidrs"];
    const allowed = `one block in each of ${zones.join(", ")}`;
    const missing = zones.filter((zone) => cidrs[zone] === undefined);
    const strange = Object.keys(cidrs).filter((zone) => !zones.includes(zone));
    return [
      ...missing.map((zone) => ({
        path: [...path, zone],
        given: "nothing",
        allowed,
        mend: `add a block for ${zone}, or remove the zone from vantage:network.zones`,
      })),
      ...strange.map((zone) => ({
        path: [...path, zone],
        on: "key" as const,
        given: `the zone ${zone}`,
        allowed,
        mend: "correct the zone's name, remove the block, or add the zone to vantage:network.zones",
      })),
    ];
  }),
);
