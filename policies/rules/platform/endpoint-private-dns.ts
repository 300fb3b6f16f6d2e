import type { ec2 } from "@pulumi/aws";
import { isTrue } from "../../input-values";
import { problem, resourceRule } from "../../rule";

/** Interface endpoints answer under the service's own name. Gateway endpoints work by routes and have no names. */
export const endpointPrivateDns = resourceRule<ec2.VpcEndpointArgs>(
  {
    id: "endpoint-private-dns",
    title: "Interface endpoints answer under the name of their service",
    severity: "high",
    enforcement: "mandatory",
    why: "Programs that call the service by its name would go past the endpoint, over the internet and outside its policy, and nobody would notice.",
    remediation: "Set privateDnsEnabled to true; the VPC needs DNS support and DNS host names.",
    link: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  {
    types: ["aws:ec2/vpcEndpoint:VpcEndpoint"],
    when: ({ inputs }) => inputs.vpcEndpointType === "Interface",
    check: ({ inputs: { privateDnsEnabled } }) =>
      isTrue(privateDnsEnabled)
        ? []
        : [problem("privateDnsEnabled", `is ${privateDnsEnabled ?? "not set"}; it has to be true`)],
  },
);
