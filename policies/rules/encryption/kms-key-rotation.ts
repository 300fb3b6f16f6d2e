import type { kms } from "@pulumi/aws";
import { isTrue, shown } from "../../input-values";
import { problem, resourceRule } from "../../rule";

/** The kind of key that a KMS key is unless said otherwise. */
const SYMMETRIC = "SYMMETRIC_DEFAULT";

/** Customer managed keys are rotated by KMS. */
export const kmsKeyRotation = resourceRule<kms.KeyArgs>(
  {
    id: "kms-key-rotation",
    title: "Customer managed keys are rotated every year",
    severity: "medium",
    enforcement: "mandatory",
    why: "Key material that never changes protects ever more data, and one that leaks opens all of it.",
    remediation: "Set enableKeyRotation to true; what is encrypted stays readable.",
    link: "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
  },
  {
    types: ["aws:kms/key:Key"],
    // KMS rotates no others: not asymmetric keys, not those for HMAC, not those of a key store of one's own.
    when: ({ inputs: { customerMasterKeySpec = SYMMETRIC, customKeyStoreId } }) =>
      customerMasterKeySpec === SYMMETRIC && !customKeyStoreId,
    check: ({ inputs: { enableKeyRotation } }) =>
      isTrue(enableKeyRotation)
        ? []
        : [problem("enableKeyRotation", `is ${shown(enableKeyRotation)}; it has to be true`)],
  },
);
