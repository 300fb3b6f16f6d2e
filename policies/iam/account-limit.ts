import type { Condition, Statement } from "./policy-document";

/** Keys whose value is the caller's account, or that of the resource on whose behalf a service calls. In lower case: keys have none. */
const ACCOUNT_KEYS = ["kms:calleraccount", "aws:principalaccount", "aws:sourceaccount", "aws:sourceowner"];
/** Keys whose value is an organization, which is a list of accounts. */
const ORGANIZATION_KEYS = ["aws:principalorgid", "aws:sourceorgid"];
/** Keys whose value is an ARN that says the account. An encryption context is none of them: a caller may claim any. */
const ARN_KEYS = ["aws:principalarn", "aws:sourcearn"];

/** Operators that need the key to be there and to have one of the values. `IfExists` and `ForAllValues` hold where the key is missing. */
const LIMITING_OPERATOR = /^(ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike)$/i;

const ACCOUNT = /^\d{12}$/;
const ORGANIZATION = /^o-[a-z0-9]{10,32}$/;
/** An ARN with an account, whatever else is left open. */
const ARN_WITH_ACCOUNT = /^arn:[^:]*:[^:]*:[^:]*:\d{12}:/;

/**
 * Whether a statement speaks of callers of some accounts only.
 *
 * Source: IAM user guide, "AWS global condition context keys" and "Condition operators"; KMS developer guide, "kms:CallerAccount".
 */
export function isLimitedToAccounts({ conditions }: Statement): boolean {
  return conditions.some(limits);
}

/** What those conditions can be, for readers. */
export const ACCOUNT_CONDITIONS = "aws:PrincipalAccount, aws:SourceAccount, aws:PrincipalArn or aws:SourceArn";

function limits({ operator, key, values }: Condition): boolean {
  const form = formOf(key.toLowerCase());
  return (
    form !== undefined &&
    LIMITING_OPERATOR.test(operator) &&
    values.length > 0 &&
    values.every((value) => form.test(value))
  );
}

function formOf(key: string): RegExp | undefined {
  if (ACCOUNT_KEYS.includes(key)) return ACCOUNT;
  if (ORGANIZATION_KEYS.includes(key)) return ORGANIZATION;
  return ARN_KEYS.includes(key) ? ARN_WITH_ACCOUNT : undefined;
}
