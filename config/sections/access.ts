import { z } from "zod";
import { cidrField, durationField } from "./fields";

/** What a person on the bastion may do in the cluster, in the words of the stack file. */
export const BASTION_ACCESS = ["view", "administer"] as const;

/**
 * `vantage:access`: the ways to a private API server. One of the two is enough; with both, one is left when the other fails.
 *
 * Without the section, everything behind the transit gateway reaches the API server, as far as access entries let it.
 */
export const accessSection = z
  .strictObject({
    transitGatewayVpn: z
      .strictObject({
        clients: z
          .array(cidrField)
          .min(1)
          .describe(
            "Blocks of the VPN's clients, each inside a destination of `vantage:network.transitGateway`. They alone of all that is behind the gateway reach the API server. Changed in place.",
          ),
      })
      .optional()
      .describe(
        "Way through the organisation's VPN and the transit gateway. Source: the GovCloud guide (004), Access Patterns.",
      ),
    bastion: z
      .strictObject({
        subnets: z
          .string()
          .describe("Group of role `nodes` that the host is in; it has no public address. Changing it moves the host."),
        instanceType: z
          .string()
          .describe(
            "Type of the host, one of config/reference/instance-types.ts. A new host takes the old one's place.",
          ),
        clusterAccess: z
          .enum(BASTION_ACCESS)
          .default("view")
          .describe(
            "What the host's own role may do in the cluster: `view` reads everything but Secrets, `administer` does everything. Default `view`: who is to change something comes with a role of their own.",
          ),
        sessionLogs: z
          .strictObject({
            retention: durationField.describe("How long sessions are kept; one of the values CloudWatch Logs allows."),
          })
          .describe("What was typed and shown in sessions on the host, in CloudWatch Logs."),
      })
      .optional()
      .describe(
        "Host in the network that is reached through Systems Manager only: no SSH, no key, no open port. Source: the GovCloud guide (004), Access Patterns.",
      ),
  })
  .optional()
  .describe("Ways to the private API server. Source: the GovCloud guide (004), Access Patterns.");
