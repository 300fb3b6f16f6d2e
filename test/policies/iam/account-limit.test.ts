import { isLimitedToAccounts } from "../../../policies/iam/account-limit";
import { statementsOf } from "../../../policies/iam/policy-document";

const ACCOUNT = "111122223333";

/** Whether a statement with a condition is limited. */
function limited(condition: Readonly<Record<string, Readonly<Record<string, unknown>>>>): boolean {
  const [statement] = statementsOf(JSON.stringify({ Statement: { Effect: "Allow", Condition: condition } }));
  if (statement === undefined) throw new Error("The policy has no statement.");
  return isLimitedToAccounts(statement);
}

describe("a statement is limited to accounts by", () => {
  it.each([
    ["the caller's account of KMS", { StringEquals: { "kms:CallerAccount": ACCOUNT } }],
    ["one of several accounts", { StringEquals: { "aws:PrincipalAccount": [ACCOUNT, "444455556666"] } }],
    ["the account on whose behalf a service calls", { StringLike: { "aws:sourceaccount": ACCOUNT } }],
    ["the organization", { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }],
    ["roles of an account", { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/*` } }],
    ["rules of an account", { ArnEquals: { "aws:SourceArn": `arn:aws:events:us-east-1:${ACCOUNT}:rule/x` } }],
    [
      "one condition of several",
      { Bool: { "aws:SecureTransport": "true" }, StringEquals: { "kms:CallerAccount": ACCOUNT } },
    ],
  ])("%s", (_what, condition) => {
    expect(limited(condition)).toBe(true);
  });
});

describe("a statement is not limited to accounts by", () => {
  it.each([
    ["no condition", {}],
    ["TLS", { Bool: { "aws:SecureTransport": "true" } }],
    ["the service it comes through", { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } }],
    ["any account", { StringLike: { "kms:CallerAccount": "*" } }],
    ["an account and any other", { StringLike: { "kms:CallerAccount": [ACCOUNT, "4444*"] } }],
    ["an account that is not to call", { StringNotEquals: { "kms:CallerAccount": ACCOUNT } }],
    ["a key that may be missing", { StringEqualsIfExists: { "aws:SourceAccount": ACCOUNT } }],
    ["all values of a key that may be missing", { "ForAllValues:StringEquals": { "aws:SourceAccount": ACCOUNT } }],
    ["roles of any account", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/deployer" } }],
    ["a bucket, whose ARN says no account", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::orders" } }],
    [
      "an encryption context, which the caller makes up",
      { ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:x` } },
    ],
  ])("%s", (_what, condition) => {
    expect(limited(condition)).toBe(false);
  });
});
