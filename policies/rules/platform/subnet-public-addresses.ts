import type { ec2 } from "@pulumi/aws";
import { isTrue } from "../../input-values";
import { problem, resourceRule } from "../../rule";

/** No subnet gives away public addresses: what needs one, a NAT gateway or a load balancer, takes it by itself. */
export const subnetPublicAddresses = resourceRule<ec2.SubnetArgs>(
  {
    id: "subnet-public-addresses",
    title: "No subnet gives public addresses to what is launched in it",
    severity: "high",
    enforcement: "mandatory",
    why: "A node that ends up in such a subnet can be reached from the internet, and only its security group stands before it.",
    remediation: "Set mapPublicIpOnLaunch to false, also in public subnets.",
    link: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html",
  },
  {
    types: ["aws:ec2/subnet:Subnet"],
    check: ({ inputs }) =>
      isTrue(inputs.mapPublicIpOnLaunch) ? [problem("mapPublicIpOnLaunch", "is true; it has to be false")] : [],
  },
);
