import { z } from "zod";
import { cidrField, durationField, patternField } from "./fields";

/** What lives in a group of subnets, which decides its routes and tags. */
export const SUBNET_ROLES = {
  public: "route to the internet gateway; load balancers and NAT gateways",
  intra:
    "no route to the internet, only to the transit gateway; the control plane's interfaces, endpoints, the gateway's attachment",
  nodes: "route through the zone's NAT gateway; primary addresses of nodes",
  pods: "route through the zone's NAT gateway; addresses that the CNI gives to pods",
} as const;

/** Name of a subnet role. */
export type SubnetRole = keyof typeof SUBNET_ROLES;

const subnetGroup = z.strictObject({
  role: z.enum(["public", "intra", "nodes", "pods"]).describe("What lives there: decides routes and tags."),
  cidrs: z
    .record(z.string(), cidrField)
    .describe("One block per zone of the network. Changing a block replaces the subnet and all that lives in it."),
  karpenter: z
    .boolean()
    .default(false)
    .describe("Whether Karpenter may launch nodes here: sets the discovery tag. Only for role `nodes`. Default false."),
});

/** AWS services that have an endpoint in the VPC, as the documents name them. */
export const ENDPOINT_SERVICES = [
  "s3",
  "dynamodb",
  "ecr",
  "sts",
  "ssm",
  "secretsmanager",
  "kms",
  "cloudwatch",
] as const;

/** `vantage:network`: addresses, zones and ways out. */
export const networkSection = z
  .strictObject({
    cidr: cidrField.describe(
      "Address block of the VPC, /16 to /28. Changing it replaces the network. Source: document 000, sections 1, 2 and 8; document 001, sections 4 and 9; document 002, sections 1 and 2 (every address).",
    ),
    zones: z
      .array(z.string())
      .min(2)
      .max(6)
      .describe(
        "Availability Zones of the network, in order. EKS needs at least two. Source: document 000, section 1.",
      ),
    subnets: z
      .record(
        patternField(
          /^[a-z][a-z0-9-]{0,30}$/,
          "at most 31 lower-case letters, digits and hyphens, beginning with a letter",
          "rename the subnet group",
        ),
        subnetGroup,
      )
      .describe("Groups of subnets, each with one block in every zone."),
    podSubnets: z
      .string()
      .optional()
      .describe(
        "Left out with `vantage:cluster.autoMode`, whose nodes and pods share the subnets of role `nodes`; needed without it. Group of role `pods` that the CNI takes pod addresses from in every zone (one ENIConfig per zone). Changing it moves new nodes only; nodes already up keep theirs until they are replaced.",
      ),
    transitGateway: z
      .strictObject({
        id: patternField(
          /^tgw-[0-9a-f]{17}$/,
          "tgw- and 17 hexadecimal digits",
          "write the id of an existing transit gateway",
        ).describe(
          "Transit gateway to attach to; it belongs to the organisation's network account and is not made here.",
        ),
        destinations: z
          .array(cidrField)
          .min(1)
          .describe("Blocks that are reached through the transit gateway; none may overlap the VPC."),
      })
      .optional()
      .describe(
        "Attachment to the organisation's transit gateway. Source: document 000, section 12, Network Capacity.",
      ),
    endpoints: z
      .array(z.enum(ENDPOINT_SERVICES))
      .describe(
        "Services reached without leaving the VPC. The documents count eight; `ecr` stands for its two AWS services (api and dkr), `ssm` for one, `cloudwatch` for logs and monitoring. Source: document 000, section 12.",
      ),
    flowLogs: z
      .strictObject({
        retention: durationField.describe("How long flow logs are kept; one of the values CloudWatch Logs allows."),
      })
      .describe("VPC flow logs of all traffic, in CloudWatch Logs."),
  })
  .describe("The VPC.");
