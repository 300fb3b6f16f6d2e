import type { Platform } from "../../config/platform";
import type { Statement } from "../identity/policy-document";
import { accessStatements } from "../storage/access-statements";
import type { Grants } from "./grants";

/**
 * Use of buckets of the stack, each on its own prefixes: what a storage identity has, without deleting.
 *
 * @throws {Error} when a bucket isn't configured; the checks of a stack file find that first.
 */
export function bucketStatements(platform: Platform, workload: string, grants: Grants["s3"]): Statement[] {
  return grants.flatMap(({ bucket, prefixes, access }, index) => {
    const config = platform.storage.buckets[bucket];
    if (config === undefined) {
      throw new Error(
        `vantage:dataAccess.workloads.${workload}.grants.s3[${index}].bucket: there is no bucket "${bucket}" in vantage:storage.buckets; ` +
          `the buckets are ${Object.keys(platform.storage.buckets).join(", ")}`,
      );
    }
    const identity = { namespace: "", serviceAccount: "", bucket, prefixes, access, prunes: false };
    // Sids are unique in a policy, and a workload may have several buckets.
    return accessStatements(platform, identity, config).map((statement) => ({
      ...statement,
      Sid: index === 0 ? statement.Sid : `${statement.Sid}${index + 1}`,
    }));
  });
}
