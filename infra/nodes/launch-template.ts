import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { stackTags } from "../../config/derived/tags";
import type { NodePool, Platform } from "../../config/platform";
import { ROOT_DEVICE } from "../../config/reference/root-device";

/** What every gp3 volume has without paying for more: operations a second, and MiB/s. Source: document 001, section 1, Block Device Mappings. */
export const GP3_BASELINE = { iops: 3000, throughput: 125 } as const;

/**
 * IMDSv2 only, and no further than the node itself: with a hop limit of 1 no pod can take the node's credentials. Nothing in a pod needs them,
 * since add-ons have roles of their own (IRSA) and the termination handler uses the host's network.
 *
 * Karpenter's nodes keep the documented limit of 2 (document 001, section 6).
 */
export const METADATA_OPTIONS = {
  httpEndpoint: "enabled",
  httpTokens: "required",
  httpPutResponseHopLimit: 1,
  httpProtocolIpv6: "disabled",
} as const;

/** What a launch template is made from. */
export interface LaunchTemplateArgs {
  readonly platform: Platform;
  readonly poolName: string;
  readonly pool: NodePool;
  readonly securityGroupId: pulumi.Input<string>;
  readonly dataKeyArn: pulumi.Input<string>;
  /** In base64. */
  readonly userData: pulumi.Input<string>;
  /** What only a self-managed group states here; a managed one has its own arguments for image, type and role. */
  readonly selfManaged?: Pick<aws.ec2.LaunchTemplateArgs, "imageId" | "instanceType" | "iamInstanceProfile">;
}

/**
 * Tags of what EC2 makes from a template: provider tags reach the template, not the instances.
 *
 * The cluster's tag is required of self-managed nodes by the cloud provider; EKS adds it to managed ones.
 */
export function launchTags(platform: Platform, poolName: string): Readonly<Record<string, string>> {
  return {
    ...stackTags(platform),
    Name: `${platform.cluster.name}-${poolName}`,
    [`kubernetes.io/cluster/${platform.cluster.name}`]: "owned",
  };
}

/**
 * The launch template of a pool. A change makes a new version: managed node groups then roll their nodes, the self-managed group uses it for
 * nodes that are replaced.
 */
export function launchTemplate(
  name: string,
  { platform, poolName, pool, securityGroupId, dataKeyArn, userData, selfManaged }: LaunchTemplateArgs,
  opts: pulumi.CustomResourceOptions,
): aws.ec2.LaunchTemplate {
  const tags = launchTags(platform, poolName);
  return new aws.ec2.LaunchTemplate(
    name,
    {
      ...selfManaged,
      name: `${platform.cluster.name}-${poolName}`,
      description: `Nodes of pool ${poolName}`,
      updateDefaultVersion: true,
      vpcSecurityGroupIds: [securityGroupId],
      metadataOptions: METADATA_OPTIONS,
      monitoring: { enabled: true },
      blockDeviceMappings: [
        {
          deviceName: ROOT_DEVICE,
          ebs: {
            volumeType: "gp3",
            volumeSize: pool.rootVolume.gibibytes,
            ...GP3_BASELINE,
            encrypted: "true",
            kmsKeyId: dataKeyArn,
            deleteOnTermination: "true",
          },
        },
      ],
      tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({ resourceType, tags })),
      userData,
    },
    opts,
  );
}
