import * as pulumi from "@pulumi/pulumi";
import type { Platform } from "../../../config/platform";
import { bucketPolicy } from "../../../infra/storage/bucket-policy";
import { Storage } from "../../../infra/storage/storage";
import { prodPlatform, prodWith } from "../prod-platform";
import { recordGraph, resolved } from "../recorded-graph";

const KEY_ARN = "arn:aws:kms:us-east-1:123456789012:key/data";
const s3 = (type: string) => `aws:s3/${type[0]?.toLowerCase()}${type.slice(1)}:${type}`;
const storageOf = (platform: Platform) =>
  recordGraph(() => new Storage("storage", { platform, keys: { dataKeyArn: pulumi.output(KEY_ARN) } }));
const BUCKETS = [
  "vantage-analytics",
  "vantage-backups",
  "vantage-data-lake",
  "vantage-pulumi-state-backups",
  "vantage-velero-backups",
  "vantage-wal-g-backups",
];

let built: Awaited<ReturnType<typeof storageOf>>;
beforeAll(async () => {
  built = await storageOf(prodPlatform());
});

describe("Storage", () => {
  it("registers a bucket for each owner of data", async () => {
    expect(Object.values(built.graph.ofType(s3("Bucket"))).map(({ bucket }) => bucket)).toEqual(BUCKETS);
    expect(await Promise.all(built.result.bucketNames.map(resolved))).toEqual(BUCKETS);
  });

  it("protects the buckets where the stack protects data, and nowhere else", async () => {
    const unprotected = await storageOf(
      prodWith((input) => {
        input.platform.protectData = false;
      }),
    );
    for (const bucket of BUCKETS) {
      const name = `storage-${bucket}-bucket`;
      expect(built.graph.find(s3("Bucket"), name).protect).toBe(true);
      expect(unprotected.graph.find(s3("Bucket"), name).protect).toBe(false);
    }
  });
});

describe.each(BUCKETS)("%s", (bucket) => {
  const inputs = (type: string, suffix: string) => built.graph.find(s3(type), `storage-${bucket}-${suffix}`).inputs;

  it("is closed to the public, in all four ways", () => {
    expect(inputs("BucketPublicAccessBlock", "public-access")).toEqual({
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
  });

  it("belongs to the account with all that is in it, keeps versions, and isn't emptied to be deleted", () => {
    expect(inputs("BucketOwnershipControls", "ownership")).toEqual({
      bucket,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    expect(inputs("BucketVersioning", "versioning")).toEqual({
      bucket,
      versioningConfiguration: { status: "Enabled" },
    });
    expect(inputs("Bucket", "bucket").forceDestroy).toBe(false);
  });

  it("carries its policy", () => {
    const { aws, storage } = prodPlatform();
    const encryption = storage.buckets[bucket]?.encryption ?? "kms";
    expect(built.graph.policy(s3("BucketPolicy"), `storage-${bucket}-policy`)).toEqual(
      bucketPolicy(aws, bucket, { encryption }),
    );
  });

  it("encrypts with the documented SSE-S3, or with the data key through a bucket key", () => {
    const byKms = {
      applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: KEY_ARN },
      bucketKeyEnabled: true,
    };
    const byS3 = { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } };
    expect(inputs("BucketServerSideEncryptionConfiguration", "encryption")).toEqual({
      bucket,
      rules: [bucket === "vantage-backups" ? byS3 : byKms],
    });
  });

  it("changes one thing after another, where S3 would answer overlapping changes with a conflict", () => {
    const precededBy = (type: string, suffix: string) =>
      built.graph.find(s3(type), `storage-${bucket}-${suffix}`).stated;
    expect(precededBy("BucketOwnershipControls", "ownership")).toEqual([
      `${s3("BucketPublicAccessBlock")} storage-${bucket}-public-access`,
    ]);
    expect(precededBy("BucketPolicy", "policy")).toEqual([
      `${s3("BucketOwnershipControls")} storage-${bucket}-ownership`,
    ]);
    expect(precededBy("BucketLifecycleConfiguration", "lifecycle")).toEqual([
      `${s3("BucketVersioning")} storage-${bucket}-versioning`,
    ]);
  });
});
