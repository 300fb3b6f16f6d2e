import { z } from "zod";
import { dnsLabelField, durationField, patternField } from "./fields";

const lifecycleRule = z.strictObject({
  id: z.string().min(1).max(255).describe("Name of the rule."),
  prefix: z.string().default("").describe("Keys that the rule covers; empty for all."),
  expiration: durationField.optional().describe("Age at which the current version is deleted, whole days."),
  noncurrentExpiration: durationField.describe(
    "Age at which a superseded version is deleted, whole days: versioning without it grows for ever.",
  ),
});

const bucket = z.strictObject({
  purpose: z.string().min(1).describe("What the bucket holds, for the reader and the `purpose` tag."),
  encryption: z
    .enum(["s3", "kms"])
    .describe("`s3`: SSE-S3 (AES-256), what the documents state for Redis backups. `kms`: the stack's data key."),
  lifecycle: z.array(lifecycleRule).default([]).describe("Retention contract."),
});

const identity = z.strictObject({
  namespace: dnsLabelField.describe("Namespace of the service account."),
  serviceAccount: dnsLabelField.describe("Name of the service account; no other one may assume the role."),
  bucket: z.string().describe("Bucket of `vantage:storage.buckets`."),
  prefixes: z
    .array(
      patternField(
        /^([^/*?\s][^*?\s]*\/)?$/,
        "a prefix ending in /, without wildcards; an empty one stands for the whole bucket",
        "end it with / and leave out *, ? and spaces",
      ),
    )
    .min(1)
    .describe("Keys it may touch, each ending in `/`; an empty prefix is the whole bucket."),
  access: z
    .enum(["read", "write", "read-write"])
    .describe(
      "What it may do with them. `write` includes deleting only where the tool prunes its own backups (`prunes`).",
    ),
  prunes: z
    .boolean()
    .default(false)
    .describe("Whether it may delete objects. Default false: lifecycle rules expire backups."),
});

/** `vantage:storage`: buckets and who may touch them. */
export const storageSection = z
  .strictObject({
    buckets: z
      .record(
        patternField(
          /^(?!xn--)(?!.*-s3alias$)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
          "3 to 63 lower-case letters, digits and hyphens, unique in the partition",
          "leave out other characters: a dot breaks TLS, xn-- and -s3alias are reserved",
        ),
        bucket,
      )
      .describe("Buckets by name; a name can't be changed without moving the data."),
    identities: z
      .record(
        patternField(
          /^[a-z][a-z0-9-]{0,39}$/,
          "at most 40 lower-case letters, digits and hyphens, beginning with a letter",
          "rename the identity",
        ),
        identity,
      )
      .describe("Workloads with access, by name, each through a role of its own."),
  })
  .describe("Buckets and their users.");
