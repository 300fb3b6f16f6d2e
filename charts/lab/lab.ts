import { roleArn } from "../../config/derived/role-names";
import type { PlatformWith } from "../../config/parts";
import type { Platform } from "../../config/platform";

/** What the charts of the SRE lab are made of: its own sections, and what they need of the rest. */
export interface Lab extends Pick<Platform, "stack" | "aws" | "cluster" | "storage"> {
  readonly labMonitoring: NonNullable<Platform["labMonitoring"]>;
  readonly shop: NonNullable<Platform["shop"]>;
  readonly clusterBackup: NonNullable<Platform["clusterBackup"]>;
}

/** What a stack with an SRE lab has: the monitoring watches the shop, and the export reads the monitoring's configuration. */
export const LAB_PARTS = ["labMonitoring", "shop", "clusterBackup"] as const;

/** A platform that certainly has the lab. */
export type LabPlatform = PlatformWith<(typeof LAB_PARTS)[number]>;

/** An identity with access to a bucket, as a workload needs it. */
export interface BucketUser {
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly bucket: string;
  /** Beginning of the keys that it may touch, with `/` at its end; empty for the whole bucket. */
  readonly prefix: string;
  /** Annotations of the service account, by which its pods get the role. */
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * An identity of `vantage:storage.identities`.
 *
 * @throws {Error} when it isn't there
 */
export function bucketUser(lab: Lab, identity: string): BucketUser {
  const found = lab.storage.identities[identity];
  if (found === undefined) throw new Error(`vantage:storage.identities: no identity ${identity}`);
  const { namespace, serviceAccount, bucket, prefixes } = found;
  const annotations = { "eks.amazonaws.com/role-arn": roleArn(lab, identity) };
  return { namespace, serviceAccount, bucket, prefix: prefixes[0] ?? "", annotations };
}
