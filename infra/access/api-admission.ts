import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Platform } from "../../config/platform";

/** Port of the Kubernetes API server. */
export const API_PORT = 443;

/**
 * Blocks behind the transit gateway that reach the private API server: the VPN's clients where `vantage:access` names them, otherwise all that the gateway leads to. With a bastion
 * alone it is none.
 */
export function admittedBlocks({ network, access }: Pick<Platform, "network" | "access">): string[] {
  const blocks = access === undefined ? network.transitGateway?.destinations : access.transitGatewayVpn?.clients;
  return (blocks ?? []).map(String);
}

/**
 * Lets those blocks through to the API server; without it, administrators could only come from inside the VPC.
 *
 * @param securityGroupId group of the control plane's interfaces
 * @returns the rules; whoever talks to the API server must wait for them.
 */
export function admitToApi(
  name: string,
  { platform, securityGroupId }: { readonly platform: Platform; readonly securityGroupId: pulumi.Input<string> },
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  return admittedBlocks(platform).map(
    (block) =>
      new aws.vpc.SecurityGroupIngressRule(
        `${name}-api-from-${block}`,
        {
          securityGroupId,
          cidrIpv4: block,
          ipProtocol: "tcp",
          fromPort: API_PORT,
          toPort: API_PORT,
          description: "Kubernetes API from behind the transit gateway",
        },
        opts,
      ),
  );
}
