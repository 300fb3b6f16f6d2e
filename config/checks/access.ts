import type { Finding } from "../finding";
import { INSTANCE_TYPES } from "../reference/instance-types";
import { check } from "./check";

/** The section names a way in. */
export const accessWays = check({ access: "whole" }, ({ access }) =>
  access.transitGatewayVpn !== undefined || access.bastion !== undefined
    ? []
    : [
        {
          path: ["access"],
          given: "no way in",
          allowed: "transitGatewayVpn, bastion, or both",
          mend: "describe at least one of them, or leave the section out",
        },
      ],
);

/** Clients of the VPN come through the transit gateway: answers to them have to find the way back. */
export const vpnClients = check(
  { access: "whole", network: ["transitGateway"] },
  ({ access, network: { transitGateway } }) => {
    const destinations = transitGateway?.destinations ?? [];
    return (access.transitGatewayVpn?.clients ?? []).flatMap((block, index): Finding[] =>
      destinations.some((destination) => destination.contains(block))
        ? []
        : [
            {
              path: ["access", "transitGatewayVpn", "clients", index],
              given: `${block}`,
              allowed:
                destinations.length === 0
                  ? "blocks behind vantage:network.transitGateway, which isn't given"
                  : `a block inside one of ${destinations.join(", ")}`,
              mend: "route the block to the transit gateway (vantage:network.transitGateway.destinations), or correct it",
            },
          ],
    );
  },
);

/** The bastion is in a subnet of nodes: one with a way out to Systems Manager, and none in. */
export const bastionSubnets = check({ access: "whole", network: ["subnets"] }, ({ access, network: { subnets } }) => {
  const group = access.bastion?.subnets;
  const groups = Object.entries(subnets).flatMap(([name, { role }]) => (role === "nodes" ? [name] : []));
  return group === undefined || groups.includes(group)
    ? []
    : [
        {
          path: ["access", "bastion", "subnets"],
          given: subnets[group] ? `${group}, a group of role ${subnets[group].role}` : group,
          allowed: `a group of role nodes: ${groups.join(", ")}`,
          mend: "name one of these groups",
        },
      ];
});

/** The bastion's instance type is known: its architecture decides about the image. */
export const bastionType = check({ access: "whole" }, ({ access }) => {
  const type = access.bastion?.instanceType;
  return type === undefined || INSTANCE_TYPES[type] !== undefined
    ? []
    : [
        {
          path: ["access", "bastion", "instanceType"],
          given: type,
          allowed: `one of ${Object.keys(INSTANCE_TYPES).join(", ")}`,
          mend: "choose one of these, or add the type to config/reference/instance-types.ts",
        },
      ];
});
