import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { KEY_PURPOSES, type KeyPurpose, keyAlias } from "../../config/derived/key-names";
import type { Platform } from "../../config/platform";
import { policyJson } from "../identity/policy-document";
import { KEY_POLICIES } from "./key-policies";

/** Days between the order to delete a key and its end: the longest that KMS offers, because what it encrypted ends with it. */
export const KEY_DELETION_WINDOW_DAYS = 30;

/** One key of the stack with its alias, its own policy and yearly rotation; protected where the stack protects data. */
export function stackKey(
  name: string,
  purpose: KeyPurpose,
  platform: Platform,
  opts: pulumi.CustomResourceOptions,
): aws.kms.Key {
  const alias = keyAlias(platform, purpose);
  const key = new aws.kms.Key(
    `${name}-${purpose}`,
    {
      description: `${platform.cluster.name}: ${KEY_PURPOSES[purpose]}`,
      policy: policyJson(KEY_POLICIES[purpose](platform)),
      enableKeyRotation: true,
      multiRegion: false,
      deletionWindowInDays: KEY_DELETION_WINDOW_DAYS,
      tags: { Name: alias.replace(/^alias\//, "") },
    },
    { ...opts, protect: platform.platform.protectData },
  );
  new aws.kms.Alias(`${name}-${purpose}`, { name: alias, targetKeyId: key.keyId }, opts);
  return key;
}
