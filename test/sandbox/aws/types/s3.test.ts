import { AwsAccountFixture, type Made } from "../aws-account-fixture";

const BUCKET = "aws:s3/bucket:Bucket";
const POLICY = "aws:s3/bucketPolicy:BucketPolicy";
const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const VERSIONING = "aws:s3/bucketVersioning:BucketVersioning";
const ENCRYPTION = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

let aws: AwsAccountFixture;
let bucket: Made;

beforeEach(async () => {
  aws = new AwsAccountFixture();
  bucket = await aws.make(BUCKET, { bucket: "some-data" }, "data");
});

test("a bucket is known by its name", () => {
  expect(bucket.id).toBe("some-data");
  expect(bucket.state).toMatchObject({
    arn: "arn:aws:s3:::some-data",
    bucketRegionalDomainName: "some-data.s3.eu-central-1.amazonaws.com",
    forceDestroy: false,
  });
  expect(aws.diff(BUCKET, bucket, { bucket: "other-data" }, "data")).toEqual({
    changes: [{ path: ["bucket"], kind: "update", replaces: true }],
    deleteBeforeReplace: false,
  });
});

test.each([
  ["ab", "use 3 to 63 lower-case letters"],
  ["x".repeat(64), "use 3 to 63 lower-case letters"],
  ["Some-Data", "use 3 to 63 lower-case letters"],
  ["some_data", "use 3 to 63 lower-case letters"],
  ["-data", "beginning and ending with a letter or digit"],
  ["some..data", "two dots can't stand side by side"],
  ["10.0.0.1", "a name can't look like an IP address"],
  ["xn--data", "this prefix or suffix is reserved"],
  ["data-s3alias", "this prefix or suffix is reserved"],
])("a bucket named %s is refused", (name, message) => {
  expect(aws.failures(BUCKET, { bucket: name })).toEqual([
    { property: "bucket", reason: expect.stringContaining(message) },
  ]);
});

test("settings belong to a bucket that exists, and go with it", async () => {
  const given = { bucket: "some-data", versioningConfiguration: { status: "Enabled" } };
  await expect(aws.make(VERSIONING, { ...given, bucket: "no-data" })).rejects.toThrow('bucket names "no-data"');
  const versioning = await aws.make(VERSIONING, given);
  expect(versioning.id).toBe("some-data");
  expect(aws.diff(VERSIONING, versioning, { ...given, bucket: "other" }).changes).toEqual([
    { path: ["bucket"], kind: "update", replaces: true },
  ]);
  expect(aws.failures(VERSIONING, { bucket: "b", versioningConfiguration: { status: "On" } })[0]?.reason).toContain(
    "one of Enabled, Suspended, Disabled",
  );
  await expect(aws.delete(BUCKET, "some-data", "data")).resolves.toBe(undefined);
});

test("a bucket policy speaks about its own bucket", async () => {
  const policy = (Resource: string) =>
    JSON.stringify({
      Statement: [{ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: ["arn:aws:s3:::some-data", Resource] }],
    });
  await expect(aws.make(POLICY, { bucket: "some-data", policy: policy("arn:aws:s3:::other/*") })).rejects.toThrow(
    "policy names arn:aws:s3:::other/*; allowed are arn:aws:s3:::some-data and what begins with arn:aws:s3:::some-data/",
  );
  await expect(
    aws.make(POLICY, { bucket: "some-data", policy: policy("arn:aws:s3:::some-data/*") }),
  ).resolves.toMatchObject({});
  expect(aws.failures(POLICY, { bucket: "some-data", policy: "{}" })[0]?.reason).toContain("has no Statement");
});

test.each([
  [[{ id: "a", status: "On" }], "one of Enabled, Disabled"],
  [
    [
      { id: "a", status: "Enabled" },
      { id: "a", status: "Enabled" },
    ],
    "rule id a is given twice",
  ],
  [[{ id: "a", status: "Enabled", expiration: { days: 0 } }], "a whole number from 1"],
  [
    [{ id: "a", status: "Enabled", transitions: [{ days: 0, storageClass: "STANDARD_IA" }] }],
    "allowed is from 30 days",
  ],
  [[{ id: "a", status: "Enabled", transitions: [{ days: 30, storageClass: "COLD" }] }], "one of GLACIER, STANDARD_IA"],
  [
    [{ id: "a", status: "Enabled", expiration: { days: 30 }, transitions: [{ days: 30, storageClass: "GLACIER" }] }],
    "transition after 30 days, but objects expire after 30; transitions come first",
  ],
])("lifecycle rules %j are refused", (rules, message) => {
  const [failure] = aws.failures(LIFECYCLE, { bucket: "some-data", rules });
  expect(failure?.reason).toContain(message);
});

test("sound lifecycle rules pass", () => {
  const rules = [
    { id: "a", status: "Enabled", expiration: { days: 90 }, transitions: [{ days: 30, storageClass: "STANDARD_IA" }] },
    { id: "b", status: "Disabled", noncurrentVersionExpiration: { noncurrentDays: 7 } },
  ];
  expect(aws.failures(LIFECYCLE, { bucket: "some-data", rules })).toEqual([]);
});

test("encryption names an algorithm, and a key that exists", async () => {
  const rules = (sseAlgorithm: string, kmsMasterKeyId?: string) => [
    {
      applyServerSideEncryptionByDefault: { sseAlgorithm, ...(kmsMasterKeyId === undefined ? {} : { kmsMasterKeyId }) },
    },
  ];
  const key = await aws.make("aws:kms/key:Key");
  const arn = String(key.state.arn);
  expect(aws.failures(ENCRYPTION, { bucket: "some-data", rules: rules("aes") })[0]?.reason).toContain(
    "one of AES256, aws:kms, aws:kms:dsse",
  );
  await expect(aws.make(ENCRYPTION, { bucket: "some-data", rules: rules("aws:kms", `${arn}0`) })).rejects.toThrow(
    "kmsMasterKeyId names",
  );
  await expect(aws.make(ENCRYPTION, { bucket: "some-data", rules: rules("aws:kms", arn) })).resolves.toMatchObject({});
});
