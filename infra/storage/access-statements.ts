import { regionalArn } from "../../config/derived/arn";
import { keyAlias } from "../../config/derived/key-names";
import type { Platform } from "../../config/platform";
import type { Condition, Statement } from "../identity/policy-document";
import { bucketArns } from "./bucket-policy";
import type { BucketConfig } from "./lifecycle";

/** A workload with access to a bucket, as configured. */
export type StorageIdentity = Platform["storage"]["identities"][string];

/** Actions on objects, by what an identity may do with them. */
const OBJECT_ACTIONS = {
  read: ["s3:GetObject"],
  write: ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
  prune: ["s3:DeleteObject"],
} as const;

/** Actions on the bucket's data key. Completing an upload in parts decrypts what was written before, so writers decrypt, too. */
const KEY_ACTIONS = { read: ["kms:Decrypt"], write: ["kms:GenerateDataKey", "kms:Decrypt"] } as const;

/**
 * What an identity may do with its bucket: on its own prefixes, what its access says, and nothing on any other key. Deleting is a right of
 * its own, and never of versions: what a workload deletes by mistake or by malice is there until the lifecycle removes it.
 *
 * No storage class is demanded of writers. The documented class of Redis snapshots, STANDARD_IA, is set by the uploader; an upload that forgets it
 * costs cents, one that is refused costs a backup.
 *
 * Source: document 000, section 2, Pre-upgrade backup; S3 user guide, "Uploading and copying objects using multipart upload".
 */
export function accessStatements(
  platform: Platform,
  identity: StorageIdentity,
  { encryption }: BucketConfig,
): Statement[] {
  const { bucket, objects } = bucketArns(platform.aws, identity.bucket);
  const reads = identity.access !== "write";
  const writes = identity.access !== "read";
  return [
    {
      Sid: "FindBucket",
      Effect: "Allow",
      Action: ["s3:GetBucketLocation"],
      Resource: [bucket],
    },
    {
      Sid: "ListOwnPrefixes",
      Effect: "Allow",
      Action: ["s3:ListBucket"],
      Resource: [bucket],
      ...prefixCondition(identity.prefixes),
    },
    {
      Sid: "UseOwnPrefixes",
      Effect: "Allow",
      Action: [
        ...(reads ? OBJECT_ACTIONS.read : []),
        ...(writes ? OBJECT_ACTIONS.write : []),
        ...(identity.prunes ? OBJECT_ACTIONS.prune : []),
      ],
      Resource: identity.prefixes.map((prefix) => objects.replace(/\*$/, `${prefix}*`)),
    },
    ...(encryption === "kms"
      ? [bucketKeyStatement(platform, bucket, writes ? KEY_ACTIONS.write : KEY_ACTIONS.read)]
      : []),
  ];
}

/** Listing is limited by what is asked for; an identity with the whole bucket may ask for anything, or for nothing in particular. */
function prefixCondition(prefixes: readonly string[]): { readonly Condition?: Condition } {
  return prefixes.includes("")
    ? {}
    : { Condition: { StringLike: { "s3:prefix": prefixes.map((prefix) => `${prefix}*`) } } };
}

/**
 * Use of the data key for objects of one bucket, through S3 only. The key is named by its alias, because its ARN isn't known before it exists; S3 names the
 * bucket, or with older objects the object, in the encryption context.
 *
 * Source: KMS developer guide, kms:ResourceAliases and kms:ViaService; S3 user guide, "Reducing the cost of SSE-KMS with S3 Bucket Keys".
 */
function bucketKeyStatement(platform: Platform, bucketArn: string, actions: readonly string[]): Statement {
  return {
    Sid: "UseDataKeyForBucket",
    Effect: "Allow",
    Action: actions,
    Resource: [regionalArn(platform.aws, "kms", "key/*")],
    Condition: {
      StringEquals: { "kms:ViaService": `s3.${platform.aws.region}.${platform.aws.dnsSuffix}` },
      StringLike: { "kms:EncryptionContext:aws:s3:arn": [bucketArn, `${bucketArn}/*`] },
      "ForAnyValue:StringEquals": { "kms:ResourceAliases": keyAlias(platform, "data") },
    },
  };
}
