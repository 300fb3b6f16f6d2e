import { partitionArn } from "../../config/derived/arn";
import type { Location } from "../../config/platform";
import { type PolicyDocument, policyDocument, type Statement } from "../identity/policy-document";
import type { BucketConfig } from "./lifecycle";

/** Oldest version of TLS that a bucket answers to. Older ones are deprecated (RFC 8996). */
export const MINIMUM_TLS_VERSION = "1.2";

/** How a bucket encrypts what it stores, by the word of the stack file, in the words of S3. */
export const SSE_ALGORITHMS = { s3: "AES256", kms: "aws:kms" } as const satisfies Record<
  BucketConfig["encryption"],
  string
>;

/** The ARN of a bucket, and the pattern of the ARNs of all its objects. */
export function bucketArns(
  location: Location,
  bucketName: string,
): { readonly bucket: string; readonly objects: string } {
  const bucket = partitionArn(location, "s3", bucketName);
  return { bucket, objects: `${bucket}/*` };
}

/**
 * What a bucket refuses to everyone, whatever else allows it:
 * - requests without TLS or with an old version of it;
 * - uploads that ask for another encryption than the bucket's. An upload that asks for none gets the bucket's own.
 *
 * It grants nothing: who may use a bucket is said by the identities that do.
 */
export function bucketPolicy(
  location: Location,
  bucketName: string,
  { encryption }: Pick<BucketConfig, "encryption">,
): PolicyDocument {
  const { bucket, objects } = bucketArns(location, bucketName);
  const deny = (rest: Pick<Statement, "Sid" | "Action" | "Resource" | "Condition">): Statement => ({
    Effect: "Deny",
    Principal: "*",
    ...rest,
  });
  const whole = { Action: ["s3:*"], Resource: [bucket, objects] };
  return policyDocument([
    deny({ Sid: "DenyPlainHttp", ...whole, Condition: { Bool: { "aws:SecureTransport": "false" } } }),
    deny({ Sid: "DenyOldTls", ...whole, Condition: { NumericLessThan: { "s3:TlsVersion": MINIMUM_TLS_VERSION } } }),
    deny({
      Sid: "DenyOtherEncryption",
      Action: ["s3:PutObject"],
      Resource: [objects],
      Condition: {
        // A missing header would satisfy StringNotEquals by itself.
        Null: { "s3:x-amz-server-side-encryption": "false" },
        StringNotEquals: { "s3:x-amz-server-side-encryption": SSE_ALGORITHMS[encryption] },
      },
    }),
  ]);
}
