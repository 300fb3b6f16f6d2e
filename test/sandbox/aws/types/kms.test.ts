import { AwsAccountFixture } from "../aws-account-fixture";

const KEY = "aws:kms/key:Key";
const ALIAS = "aws:kms/alias:Alias";

const policy = (Action: string) =>
  JSON.stringify({ Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action, Resource: "*" }] });

test("a key is a UUID, an alias points at it", async () => {
  const aws = new AwsAccountFixture();
  const key = await aws.make(KEY, { enableKeyRotation: true, policy: policy("kms:*") });
  expect(key.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(key.state).toMatchObject({
    arn: `arn:aws:kms:eu-central-1:111122223333:key/${key.id}`,
    keyId: key.id,
    rotationPeriodInDays: 365,
    customerMasterKeySpec: "SYMMETRIC_DEFAULT",
  });
  const alias = await aws.make(ALIAS, { targetKeyId: key.id }, "secrets");
  expect(alias.id).toMatch(/^alias\/secrets-[0-9a-f]{7}$/);
  expect(alias.state.targetKeyArn).toBe(key.state.arn);
  await expect(aws.make(ALIAS, { targetKeyId: "none" }, "other")).rejects.toThrow('targetKeyId names "none"');
});

test.each([
  [KEY, { policy: policy("kms:Encrypt") }, "policy lets nobody change it again"],
  [KEY, { deletionWindowInDays: 5 }, "a whole number from 7 to 30"],
  [KEY, { rotationPeriodInDays: 30 }, "a whole number from 90 to 2560"],
  [ALIAS, { targetKeyId: "k", name: "secrets" }, "alias/ and up to 250 letters"],
  [ALIAS, { targetKeyId: "k", name: "alias/aws/s3" }, "not alias/aws/"],
])("%s with %j is refused", (type, inputs, message) => {
  const [failure] = new AwsAccountFixture().failures(type, inputs);
  expect(failure?.reason).toContain(message);
});

test("who knows what they do may lock the key", () => {
  const inputs = { policy: policy("kms:Encrypt"), bypassPolicyLockoutSafetyCheck: true };
  expect(new AwsAccountFixture().failures(KEY, inputs)).toEqual([]);
});

test("another usage takes a new key, another policy doesn't", async () => {
  const aws = new AwsAccountFixture();
  const key = await aws.make(KEY, { policy: policy("kms:*") });
  expect(aws.diff(KEY, key, { policy: policy("kms:Put*"), keyUsage: "SIGN_VERIFY" }).changes).toEqual([
    { path: ["keyUsage"], kind: "add", replaces: true },
    { path: ["policy"], kind: "update", replaces: false },
  ]);
});
