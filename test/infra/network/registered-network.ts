import * as pulumi from "@pulumi/pulumi";
import type { Platform } from "../../../config/platform";
import { Network } from "../../../infra/network/network";
import { recordGraph } from "../recorded-graph";

/** Zones of prod. */
export const ZONES = ["us-east-1a", "us-east-1b", "us-east-1c"];

/** ARN of the key that the network is given for its logs. */
export const LOGS_KEY_ARN = "arn:aws:kms:us-east-1:123456789012:key/logs";

/** Token of a type of module ec2. */
export const ec2 = (type: string) => `aws:ec2/${type[0]?.toLowerCase()}${type.slice(1)}:${type}`;

/** What the network of a platform registers. */
export const networkOf = (platform: Platform) =>
  recordGraph(() => new Network("network", { platform, keys: { logsKeyArn: pulumi.output(LOGS_KEY_ARN) } }));
