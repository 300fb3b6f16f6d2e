import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { stackTags } from "../../config/derived/tags";
import type { Platform } from "../../config/platform";
import { INSTANCE_TYPES } from "../../config/reference/instance-types";
import { ROOT_DEVICE } from "../../config/reference/root-device";
import { GP3_BASELINE, METADATA_OPTIONS } from "../nodes/launch-template";

/** Root volume of the bastion in GiB: Amazon Linux takes 2, the rest is for tools. */
export const BASTION_VOLUME_GIB = 20;

/** Settings of the bastion, as a stack file has them. */
export type BastionConfig = NonNullable<NonNullable<Platform["access"]>["bastion"]>;

/** What the host is made from. */
export interface BastionHostArgs {
  readonly platform: Platform;
  readonly config: BastionConfig;
  readonly subnetIds: pulumi.Input<string>[];
  readonly securityGroupId: pulumi.Input<string>;
  readonly profileArn: pulumi.Input<string>;
  readonly dataKeyArn: pulumi.Input<string>;
}

/**
 * The current image of Amazon Linux 2023, which brings the agent of Systems Manager, as a reference that EC2 resolves at each launch: nothing looks it up while planning, and a
 * host that is replaced has the current patches.
 *
 * @throws {Error} for a type without reference data; the checks of a stack file find that first.
 * Source: Amazon Linux 2023 user guide, "Launching AL2023 using the SSM parameter".
 */
export function bastionImage(instanceType: string): string {
  const type = INSTANCE_TYPES[instanceType];
  if (type === undefined) {
    throw new Error(
      `vantage:access.bastion.instanceType: there is no reference data for ${instanceType}; add it to config/reference/instance-types.ts`,
    );
  }
  const architecture = type.architecture === "arm64" ? "arm64" : "x86_64";
  return `resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}`;
}

/**
 * The host: one instance that an Auto Scaling group replaces when it fails, in whichever zone is left. No key pair, no public address, no instance credentials for
 * anything but the host itself.
 *
 * A changed template reaches the host when it is replaced: `aws autoscaling start-instance-refresh`.
 */
export function bastionHost(
  name: string,
  { platform, config, subnetIds, securityGroupId, profileArn, dataKeyArn }: BastionHostArgs,
  opts: pulumi.CustomResourceOptions,
): aws.autoscaling.Group {
  const hostName = `${platform.cluster.name}-bastion`;
  const tags = { ...stackTags(platform), Name: hostName };
  const template = new aws.ec2.LaunchTemplate(
    `${name}-host`,
    {
      name: hostName,
      description: "Bastion, reached through Systems Manager",
      imageId: bastionImage(config.instanceType),
      instanceType: config.instanceType,
      iamInstanceProfile: { arn: profileArn },
      updateDefaultVersion: true,
      networkInterfaces: [
        {
          deviceIndex: 0,
          associatePublicIpAddress: "false",
          securityGroups: [securityGroupId],
          deleteOnTermination: "true",
        },
      ],
      metadataOptions: METADATA_OPTIONS,
      monitoring: { enabled: true },
      blockDeviceMappings: [
        {
          deviceName: ROOT_DEVICE,
          ebs: {
            volumeType: "gp3",
            volumeSize: BASTION_VOLUME_GIB,
            ...GP3_BASELINE,
            encrypted: "true",
            kmsKeyId: dataKeyArn,
            deleteOnTermination: "true",
          },
        },
      ],
      tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({ resourceType, tags })),
    },
    opts,
  );
  return new aws.autoscaling.Group(
    `${name}-host`,
    {
      name: hostName,
      minSize: 1,
      maxSize: 1,
      desiredCapacity: 1,
      vpcZoneIdentifiers: subnetIds,
      launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
      healthCheckType: "EC2",
      tags: Object.entries(tags).map(([key, value]) => ({ key, value, propagateAtLaunch: false })),
    },
    opts,
  );
}
