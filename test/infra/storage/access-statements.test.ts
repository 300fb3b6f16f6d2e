import type { Statement } from "../../../infra/identity/policy-document";
import { accessStatements, type StorageIdentity } from "../../../infra/storage/access-statements";
import { prodPlatform } from "../prod-platform";

const platform = prodPlatform();
const { buckets, identities } = platform.storage;

function statementsOf(name: string, change: Partial<StorageIdentity> = {}): Statement[] {
  const identity = identities[name];
  const bucket = identity && buckets[identity.bucket];
  if (identity === undefined || bucket === undefined) {
    throw new Error(`no identity ${name} with a bucket`);
  }
  return accessStatements(platform, { ...identity, ...change }, bucket);
}
const actionsOf = (statements: readonly Statement[]) => statements.find(({ Sid }) => Sid === "UseOwnPrefixes")?.Action;

const [READ, WRITE, PRUNE] = [
  ["s3:GetObject"],
  ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
  ["s3:DeleteObject"],
];

describe("accessStatements", () => {
  it("redis-backup writes under redis/prod/, where document 000 shows the snapshot, and does nothing else", () => {
    expect(statementsOf("redis-backup")).toEqual([
      {
        Sid: "FindBucket",
        Effect: "Allow",
        Action: ["s3:GetBucketLocation"],
        Resource: ["arn:aws:s3:::vantage-backups"],
      },
      {
        Sid: "ListOwnPrefixes",
        Effect: "Allow",
        Action: ["s3:ListBucket"],
        Resource: ["arn:aws:s3:::vantage-backups"],
        Condition: { StringLike: { "s3:prefix": ["redis/prod/*"] } },
      },
      {
        Sid: "UseOwnPrefixes",
        Effect: "Allow",
        Action: WRITE,
        Resource: ["arn:aws:s3:::vantage-backups/redis/prod/*"],
      },
    ]);
  });

  it("kafka-connect writes under events/ and logs/ (002, section 1) with the data key, for this bucket and through S3 only", () => {
    const [, list, use, key] = statementsOf("kafka-connect");
    expect(list?.Condition).toEqual({ StringLike: { "s3:prefix": ["events/*", "logs/*"] } });
    expect(use?.Resource).toEqual(["arn:aws:s3:::vantage-data-lake/events/*", "arn:aws:s3:::vantage-data-lake/logs/*"]);
    expect(key).toEqual({
      Sid: "UseDataKeyForBucket",
      Effect: "Allow",
      Action: ["kms:GenerateDataKey", "kms:Decrypt"],
      Resource: ["arn:aws:kms:us-east-1:123456789012:key/*"],
      Condition: {
        StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" },
        StringLike: {
          "kms:EncryptionContext:aws:s3:arn": ["arn:aws:s3:::vantage-data-lake", "arn:aws:s3:::vantage-data-lake/*"],
        },
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/prod-us-east-1/data" },
      },
    });
  });

  it.each([
    ["read", false, READ],
    ["write", false, WRITE],
    ["read-write", false, [...READ, ...WRITE]],
    ["read-write", true, [...READ, ...WRITE, ...PRUNE]],
    ["write", true, [...WRITE, ...PRUNE]],
  ] as const)("%s, prunes %s: %j", (access, prunes, actions) => {
    expect(actionsOf(statementsOf("wal-g", { access, prunes }))).toEqual(actions);
  });

  it("a reader decrypts and can't encrypt", () => {
    const key = statementsOf("wal-g", { access: "read" }).find(({ Sid }) => Sid === "UseDataKeyForBucket");
    expect(key?.Action).toEqual(["kms:Decrypt"]);
  });

  it("an identity with the whole bucket lists it without a prefix and touches every key", () => {
    const [, list, use] = statementsOf("velero");
    expect(list?.Condition).toBeUndefined();
    expect(use?.Resource).toEqual(["arn:aws:s3:::vantage-velero-backups/*"]);
  });

  it.each(Object.keys(identities))("%s never touches versions, so that a deleted object can be had back", (name) => {
    const versions = statementsOf(name).flatMap(({ Action }) =>
      Action.filter((action) => /Version|Lifecycle/.test(action)),
    );
    expect(versions).toEqual([]);
  });
});
