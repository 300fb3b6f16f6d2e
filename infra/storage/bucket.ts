import type { types } from "@pulumi/aws";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Platform } from "../../config/platform";
import { policyJson } from "../identity/policy-document";
import { bucketPolicy, SSE_ALGORITHMS } from "./bucket-policy";
import { type BucketConfig, lifecycleRules } from "./lifecycle";

/** What a bucket is made from. */
export interface BucketArgs {
  readonly platform: Platform;
  /** Physical name. A bucket can't be renamed: another name is another, empty bucket. */
  readonly bucketName: string;
  readonly config: BucketConfig;
  /** Key of buckets with encryption `kms`. */
  readonly dataKeyArn: pulumi.Input<string>;
}

/**
 * A bucket that is private, versioned, encrypted, reached by TLS only, and that forgets as its retention contract says. Access lists are off: whoever
 * uploads, the account owns.
 *
 * Source: document 000, section 2 (retention, encryption); S3 user guide, "Security best practices for Amazon S3".
 */
export class Bucket extends pulumi.ComponentResource {
  /** Physical name. */
  readonly bucketName: pulumi.Output<string>;

  constructor(name: string, args: BucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("vantage:storage:Bucket", name, {}, opts);
    const { platform, bucketName, config, dataKeyArn } = args;
    const parent = { parent: this };

    const made = new aws.s3.Bucket(
      `${name}-bucket`,
      { bucket: bucketName, forceDestroy: false, tags: { Name: bucketName, purpose: config.purpose } },
      { parent: this, protect: platform.platform.protectData },
    );
    const bucket = made.bucket;
    const publicAccess = new aws.s3.BucketPublicAccessBlock(
      `${name}-public-access`,
      {
        bucket,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      parent,
    );
    const ownership = new aws.s3.BucketOwnershipControls(
      `${name}-ownership`,
      { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } },
      // S3 answers changes of one bucket that overlap with a conflict.
      { parent: this, dependsOn: [publicAccess] },
    );
    const versioning = new aws.s3.BucketVersioning(
      `${name}-versioning`,
      { bucket, versioningConfiguration: { status: "Enabled" } },
      parent,
    );
    new aws.s3.BucketServerSideEncryptionConfiguration(
      `${name}-encryption`,
      { bucket, rules: [encryptionRule(config.encryption, dataKeyArn)] },
      parent,
    );
    new aws.s3.BucketPolicy(
      `${name}-policy`,
      { bucket, policy: policyJson(bucketPolicy(platform.aws, bucketName, config)) },
      { parent: this, dependsOn: [ownership] },
    );
    new aws.s3.BucketLifecycleConfiguration(
      `${name}-lifecycle`,
      { bucket, rules: lifecycleRules(config) },
      // Rules on noncurrent versions mean nothing before there are versions.
      { parent: this, dependsOn: [versioning] },
    );

    this.bucketName = bucket;
    this.registerOutputs({ bucketName: this.bucketName });
  }
}

/**
 * Default encryption of a bucket. With KMS a bucket key stands between S3 and KMS: one call for many objects, where each object would be a
 * call that is paid for and counts against the account's rate.
 */
export function encryptionRule(
  encryption: BucketConfig["encryption"],
  dataKeyArn: pulumi.Input<string>,
): types.input.s3.BucketServerSideEncryptionConfigurationRule {
  const sseAlgorithm = SSE_ALGORITHMS[encryption];
  return encryption === "kms"
    ? { applyServerSideEncryptionByDefault: { sseAlgorithm, kmsMasterKeyId: dataKeyArn }, bucketKeyEnabled: true }
    : { applyServerSideEncryptionByDefault: { sseAlgorithm } };
}
