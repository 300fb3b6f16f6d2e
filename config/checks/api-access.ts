import { check, ifThere } from "./check";

/** Somebody can reach the cluster's API: from the organisation's networks, through a bastion, or from blocks of the internet. */
export const reachableApi = check(
  { network: ["transitGateway"], cluster: ["publicAccessCidrs"], access: ifThere("whole") },
  ({ network, cluster: { publicAccessCidrs }, access }) =>
    network.transitGateway !== undefined || access?.bastion !== undefined || publicAccessCidrs.length > 0
      ? []
      : [
          {
            path: ["cluster", "publicAccessCidrs"],
            given: "no block, and no vantage:network.transitGateway",
            allowed: "at least one block where the network has no transit gateway",
            mend: "name the blocks that may reach the API, or add the transit gateway: the endpoint would be private, in a network without a way in",
          },
        ],
);

/** The API isn't open to everybody. */
export const closedApi = check({ cluster: ["publicAccessCidrs"] }, ({ cluster: { publicAccessCidrs } }) =>
  publicAccessCidrs.flatMap((block, index) =>
    block.prefixLength > 0
      ? []
      : [
          {
            path: ["cluster", "publicAccessCidrs", index],
            given: `${block}, the whole internet`,
            allowed: "blocks of known networks",
            mend: "name the blocks that may, or leave the field out: the endpoint is private then",
          },
        ],
  ),
);
