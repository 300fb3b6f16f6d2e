/** Names of prod that the tables are written with, as the stack file and the documents give them. */
export const ACCOUNT = "123456789012";
export const STRANGER = "999999999999";
export const REGION = "us-east-1";
export const CLUSTER = "prod-us-east-1";
export const QUEUE = "karpenter-interruption-prod";

/** ARN of something in the account and region, or in others. */
export function arnOf(
  service: string,
  resource: string,
  { account = ACCOUNT, region = REGION }: { readonly account?: string; readonly region?: string } = {},
): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}

export function ec2(resource: string, place?: Parameters<typeof arnOf>[2]): string {
  return arnOf("ec2", resource, place);
}

export function role(name: string, account = ACCOUNT): string {
  return `arn:aws:iam::${account}:role/${name}`;
}

/** A key by its purpose, which stands where AWS has an id. */
export function key(purpose: "data" | "logs" | "secrets"): string {
  return arnOf("kms", `key/${purpose}`);
}

/** Over plain HTTP, where there is no version of TLS either. */
export const PLAIN_HTTP = { "aws:SecureTransport": "false", "s3:TlsVersion": [] } as const;
