import { listAt, textAt } from "../../charts/checks/object-readers";
import type { Service } from "../../config/reference/service-prices";
import { type Resource, resourceText } from "../../policies/resource";
import type { PlanIndex } from "../plan-index";
import { always } from "../range";
import { byUse, charge, noPrice, pricedOr } from "./charge";
import { type Priced, together, unpriced } from "./cost-line";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

/** What is charged by the hour for being there, and by the GB for what goes through it. */
const BY_HOUR: readonly {
  readonly type: string;
  readonly what: string;
  readonly service: Service;
  readonly data?: Service;
}[] = [
  { type: "aws:ec2/natGateway:NatGateway", what: "NAT gateway", service: "natGateway", data: "natGatewayData" },
  {
    type: "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
    what: "transit gateway attachment",
    service: "transitGatewayAttachment",
    data: "transitGatewayData",
  },
  { type: "aws:ec2/eip:Eip", what: "public IPv4 address", service: "publicIpv4" },
];

/** What the network of a plan costs before anything goes through it. */
export function networkCost(plan: PlanIndex): Priced {
  const hourly = BY_HOUR.flatMap(({ type, what, service, data }) =>
    plan.ofType(type).map((one) => {
      const [resource, region] = [resourceText(one), plan.regionOf(one)];
      return together([
        charge({ what, resource, region, service, amount: always(1), assumption: "one" }),
        ...(data === undefined ? [] : [byUse(resource, `${what}: data`, region, [data])]),
      ]);
    }),
  );
  const endpoints = plan
    .ofType(ENDPOINT)
    .map((endpoint) => pricedOr(resourceText(endpoint), "endpoint", () => endpointCost(endpoint, plan)));
  return together([...hourly, ...endpoints]);
}

/** Gateway endpoints are free; interface endpoints are charged in each zone, which is in each of their subnets. */
function endpointCost(endpoint: Resource, plan: PlanIndex): Priced {
  const [resource, region] = [resourceText(endpoint), plan.regionOf(endpoint)];
  const type = textAt(endpoint.inputs, ["vpcEndpointType"]) || "Gateway";
  if (type === "Gateway") return together([]);
  if (type !== "Interface") return unpriced(resource, "endpoint", noPrice(`${type} endpoints`, region));
  const zones = listAt(endpoint.inputs, ["subnetIds"]).length;
  if (zones === 0) return unpriced(resource, "endpoint", "the plan doesn't tell its subnets");
  return together([
    charge({
      what: "interface endpoint",
      resource,
      region,
      service: "interfaceEndpoint",
      amount: always(zones),
      assumption: `in ${zones} zones`,
    }),
    byUse(resource, "interface endpoint: data", region, ["interfaceEndpointData"]),
  ]);
}
