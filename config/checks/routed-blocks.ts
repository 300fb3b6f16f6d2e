import type { Finding } from "../finding";
import { Cidr } from "../units/cidr";
import { check } from "./check";

/** What is reached through the transit gateway is neither the VPC's nor a Service's: the VPC's own routes win, and traffic would stay inside. */
export const transitGatewayDestinations = check(
  { network: ["cidr", "transitGateway"], cluster: ["serviceCidr"] },
  ({ network: { cidr, transitGateway }, cluster: { serviceCidr } }) =>
    (transitGateway?.destinations ?? []).flatMap((destination, index): Finding[] => {
      const [name, block] = destination.overlaps(cidr) ? ["the VPC's", cidr] : ["the cluster's service", serviceCidr];
      return destination.overlaps(block)
        ? [
            {
              path: ["network", "transitGateway", "destinations", index],
              given: `${destination}, which overlaps ${name} ${block}`,
              allowed: `a block outside ${cidr} (VPC) and ${serviceCidr} (Services)`,
              mend: "name the other networks' blocks without this one",
            },
          ]
        : [];
    }),
);

/** Sizes of a service block. Source: Amazon EKS API reference, `KubernetesNetworkConfigRequest.serviceIpv4Cidr`. */
const SERVICE_PREFIX = { shortest: 12, longest: 24 } as const;

/** Blocks that a service block may lie in. Source: the same. */
const SERVICE_SPACE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"] as const;

/** Addresses of Services are private, of a size EKS takes, and outside the VPC: inside, pods could no longer reach part of the network. */
export const serviceCidr = check(
  { network: ["cidr"], cluster: ["serviceCidr"] },
  ({ network: { cidr }, cluster: { serviceCidr } }) => {
    const { shortest, longest } = SERVICE_PREFIX;
    const sized = serviceCidr.prefixLength >= shortest && serviceCidr.prefixLength <= longest;
    const inSpace = SERVICE_SPACE.some((space) => Cidr.parse(space).contains(serviceCidr));
    const apart = !serviceCidr.overlaps(cidr);
    return sized && inSpace && apart
      ? []
      : [
          {
            path: ["cluster", "serviceCidr"],
            given: `${serviceCidr}`,
            allowed: `a block from /${shortest} to /${longest} within ${SERVICE_SPACE.join(", ")}, outside the VPC's ${cidr}`,
            mend: "choose a private block that no network of yours uses, such as 172.20.0.0/16",
          },
        ];
  },
);
