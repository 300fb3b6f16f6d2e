import type { Location } from "../platform";

/**
 * The ARN of a regional resource of the stack's own account, from configuration alone: known before anything exists, so that policies can be
 * read in a preview.
 *
 * @example regionalArn(platform.aws, "sqs", "orders") // arn:<partition>:sqs:<region>:<account>:orders
 */
export function regionalArn({ partition, region, account }: Location, service: string, resource: string): string {
  return `arn:${partition}:${service}:${region}:${account}:${resource}`;
}

/** The ARN of a resource that belongs to the account and to no region, such as an IAM role (`role/<name>`). */
export function accountArn({ partition, account }: Location, service: string, resource: string): string {
  return `arn:${partition}:${service}::${account}:${resource}`;
}

/** The ARN of a resource that names neither region nor account: a bucket, or an AWS managed policy (`iam`, `aws:policy/<name>`). */
export function partitionArn({ partition }: Location, service: string, resource: string): string {
  return service === "iam" ? `arn:${partition}:iam::${resource}` : `arn:${partition}:${service}:::${resource}`;
}
