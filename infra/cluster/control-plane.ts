import type * as aws from "@pulumi/aws";
import type * as eks from "@pulumi/eks";
import type * as pulumi from "@pulumi/pulumi";
import { has } from "../../config/parts";
import type { Platform } from "../../config/platform";
import { DISCOVERY_TAG } from "../../config/reference/discovery";
import { CONTROL_PLANE_LOGS } from "../../config/sections/cluster";

/** What the control plane needs of the resources made before it. */
export interface ControlPlaneParts {
  readonly vpcId: pulumi.Input<string>;
  /** Subnets of group `intra`: EKS puts its interfaces there, apart from nodes and pods. */
  readonly subnetIds: pulumi.Input<string>[];
  readonly secretsKeyArn: pulumi.Input<string>;
  readonly role: aws.iam.Role;
}

/**
 * The options that every control plane of the stack has, whoever makes its nodes.
 *
 * The OIDC provider is off: the component opens a TLS connection to the issuer for a thumbprint that IAM no longer needs.
 */
export function commonControlPlaneArgs(platform: Platform, parts: ControlPlaneParts): eks.ClusterArgs {
  const { name, version, serviceCidr, publicAccessCidrs } = platform.cluster;
  const isPublic = publicAccessCidrs.length > 0;
  return {
    name,
    version,
    vpcId: parts.vpcId,
    subnetIds: parts.subnetIds,
    kubernetesServiceIpAddressRange: serviceCidr.toString(),
    endpointPrivateAccess: true,
    endpointPublicAccess: isPublic,
    // Given beside a private endpoint, the component refuses it.
    ...(isPublic ? { publicAccessCidrs: publicAccessCidrs.map(String) } : {}),
    authenticationMode: "API",
    serviceRole: parts.role,
    encryptionConfigKeyArn: parts.secretsKeyArn,
    enabledClusterLogTypes: [...CONTROL_PLANE_LOGS],
    // With STANDARD, AWS raises the control plane by itself when standard support ends, ahead of Karpenter and the add-ons.
    upgradePolicy: { supportType: "EXTENDED" },
    deletionProtection: platform.platform.protectData,
    createOidcProvider: false,
    // Nothing unpinned is ever installed: EKS's own copies of the add-ons would be at whatever version is current.
    bootstrapSelfManagedAddons: false,
    skipDefaultNodeGroup: true,
    corednsAddonOptions: { enabled: false },
  };
}

/**
 * The options of the `@pulumi/eks` Cluster: a control plane and its two security groups, and nothing else.
 *
 * What the component would add by looking it up in AWS is turned off: its add-ons (it asks for the newest version) and its OIDC provider. Both are resources of ours, from configuration.
 *
 * Source: pulumi-eks 4.3.0, nodejs/eks/cluster/cluster.ts, createCore.
 */
export function controlPlaneArgs(platform: Platform, parts: ControlPlaneParts): eks.ClusterArgs {
  return {
    ...commonControlPlaneArgs(platform, parts),
    useDefaultVpcCni: true,
    kubeProxyAddonOptions: { enabled: false },
    nodeSecurityGroupTags: has(platform, "karpenter") ? { [DISCOVERY_TAG]: platform.cluster.name } : {},
  };
}
