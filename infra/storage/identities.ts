import * as pulumi from "@pulumi/pulumi";
import { roleName } from "../../config/derived/role-names";
import type { Platform } from "../../config/platform";
import { VELERO_IDENTITY } from "../../config/reference/velero";
import type { Keys } from "../encryption/keys";
import type { OidcIssuer } from "../identity/oidc";
import { type PolicyDocument, policyDocument, type Statement } from "../identity/policy-document";
import { ServiceAccountRole } from "../identity/service-account-role";
import { accessStatements, type StorageIdentity } from "./access-statements";
import { volumeSnapshotStatements } from "./volume-snapshot-statements";

/** What some identities do beside using their bucket, by the identity's name in the stack file. */
const BESIDE_THE_BUCKET: Readonly<Record<string, (platform: Platform) => Statement[]>> = {
  [VELERO_IDENTITY]: volumeSnapshotStatements,
};

/**
 * The whole policy of an identity.
 *
 * @throws {Error} when its bucket isn't configured.
 */
export function identityPolicy(platform: Platform, name: string, identity: StorageIdentity): PolicyDocument {
  const bucket = platform.storage.buckets[identity.bucket];
  if (bucket === undefined) {
    const buckets = Object.keys(platform.storage.buckets).join(", ");
    throw new Error(
      `vantage:storage.identities.${name}.bucket: there is no bucket "${identity.bucket}" in vantage:storage.buckets; the buckets are ${buckets}`,
    );
  }
  return policyDocument([
    ...accessStatements(platform, identity, bucket),
    ...(BESIDE_THE_BUCKET[name]?.(platform) ?? []),
  ]);
}

/** What the identities are made from. */
export interface StorageIdentitiesArgs {
  readonly platform: Platform;
  readonly oidc: OidcIssuer;
  /** Keys of the buckets: an identity that can read its bucket must find the key's alias in place. */
  readonly keys: Keys;
}

/**
 * The workloads that use buckets, each with a role that only its service account may assume and that reaches only its own prefixes.
 *
 * Policies follow from configuration alone and are readable in a preview.
 *
 * Source: document 000, section 2; document 001, section 11; document 002, sections 1, 2 and 7.
 */
export class StorageIdentities extends pulumi.ComponentResource {
  /** ARN of each identity's role, by the identity's name in the stack file. */
  readonly roleArns: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(name: string, { platform, oidc, keys }: StorageIdentitiesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("vantage:storage:StorageIdentities", name, {}, opts);
    this.roleArns = Object.fromEntries(
      Object.entries(platform.storage.identities).map(([identityName, identity]) => {
        const role = new ServiceAccountRole(
          `${name}-${identityName}`,
          {
            platform,
            oidc,
            roleName: roleName(platform, identityName),
            namespace: identity.namespace,
            serviceAccount: identity.serviceAccount,
            policy: identityPolicy(platform, identityName, identity),
            description: `${identityName}: ${identity.access} in bucket ${identity.bucket}`,
          },
          { parent: this, dependsOn: [keys] },
        );
        return [identityName, role.arn];
      }),
    );
    this.registerOutputs({ roleArns: this.roleArns });
  }
}
