import type { AwsAccount } from "./aws-account";
import type { Subject } from "./resource-type";

/** An EC2 id: a prefix and 17 hexadecimal digits, the first of them 0, such as `vpc-0123456789abcdef0`. */
export function ec2Id(prefix: string): (subject: Subject) => string {
  return ({ seed }) => `${prefix}-0${seed.hex(prefix, 16)}`;
}

/** ARN of something in a region. */
export function arn({ partition, region, account }: AwsAccount, service: string, resource: string): string {
  return `arn:${partition}:${service}:${region}:${account}:${resource}`;
}

/** ARN of something in IAM, which knows no regions. */
export function iamArn({ partition, account }: AwsAccount, resource: string): string {
  return `arn:${partition}:iam::${account}:${resource}`;
}

/** Output `arn` of an EC2 object, `arn:<partition>:ec2:<region>:<account>:<kind>/<id>`, and the account that owns it. */
export function ec2Outputs(kind: string): (subject: Subject) => { readonly arn: string; readonly ownerId: string } {
  return ({ account, id }) => ({ arn: arn(account, "ec2", `${kind}/${id}`), ownerId: account.account });
}
