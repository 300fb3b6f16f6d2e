import { type Properties, UNKNOWN } from "../../server/properties";
import type { CheckFailure } from "../../server/provider";
import { arn } from "../identifiers";
import { integer, oneOf, pattern } from "../input-rules";
import { policyDocument } from "../policy-document";
import type { AwsType } from "../resource-type";
import { KEY } from "./tokens";

/** Bytes of a key policy. Source: AWS KMS Developer Guide, "Resource quotas" (32 KB). */
const KEY_POLICY_LIMIT = 32_768;

/** Keys and their aliases. */
export const KMS_TYPES: readonly AwsType[] = [
  {
    // What a key is for is for life; who may use it isn't. Deleting it only sets a date, so nothing holds it.
    token: KEY,
    taggable: true,
    replacedBy: ["customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion", "xksKeyId"],
    rules: {
      deletionWindowInDays: [integer(7, 30)],
      description: [pattern(/^[\s\S]{0,8192}$/, "up to 8,192 characters")],
      keyUsage: [oneOf("ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT")],
      policy: [policyDocument("resource", KEY_POLICY_LIMIT)],
      rotationPeriodInDays: [integer(90, 2560)],
    },
    check: lockoutFailures,
    json: ["policy"],
    id: ({ inputs, seed }) => (inputs.multiRegion === true ? `mrk-${seed.hex("key", 32)}` : seed.uuid("key")),
    defaults: {
      bypassPolicyLockoutSafetyCheck: false,
      customerMasterKeySpec: "SYMMETRIC_DEFAULT",
      enableKeyRotation: false,
      isEnabled: true,
      keyUsage: "ENCRYPT_DECRYPT",
      multiRegion: false,
    },
    outputs: ({ account, id, inputs }) => ({
      arn: arn(account, "kms", `key/${id}`),
      keyId: id,
      ...(inputs.enableKeyRotation === true ? { rotationPeriodInDays: 365 } : {}),
    }),
  },
  {
    // Points at another key in place.
    token: "aws:kms/alias:Alias",
    required: ["targetKeyId"],
    replacedBy: ["name", "namePrefix"],
    name: { input: "name", prefixInput: "namePrefix", automaticPrefix: "alias/", within: "region" },
    rules: {
      name: [
        pattern(/^alias\/(?!aws\/)[\w/-]{1,250}$/, "alias/ and up to 250 letters, digits and /_-, not alias/aws/"),
      ],
    },
    // KMS deletes the aliases of a key with it.
    references: [{ path: "targetKeyId", to: { [KEY]: ["id", "arn"] }, holds: false }],
    id: ({ text }) => text("name"),
    outputs: ({ account, stateOf, text }) => ({
      arn: arn(account, "kms", text("name")),
      targetKeyArn: stateOf(KEY, text("targetKeyId")).arn ?? "",
    }),
  },
];

/** A key policy must let someone change it again. Source: AWS KMS API, CreateKey, BypassPolicyLockoutSafetyCheck. */
function lockoutFailures({ bypassPolicyLockoutSafetyCheck, policy }: Properties): readonly CheckFailure[] {
  if (typeof policy !== "string" || policy === UNKNOWN || bypassPolicyLockoutSafetyCheck === true) return [];
  if (/"kms:(\*|Put\*|PutKeyPolicy)"/.test(policy)) return [];
  const reason = "policy lets nobody change it again; allow kms:* or kms:PutKeyPolicy to the account's root";
  return [{ property: "policy", reason }];
}
