import type { Finding } from "../finding";
import { check } from "./check";

/**
 * Characters that the prefixes of an identity may take in its policy. A managed policy has 6,144; what it says beside the prefixes takes up to
 * 3,300 of them, for Velero, which may snapshot volumes, too.
 *
 * Source: IAM user guide, "IAM and STS quotas".
 */
export const PREFIX_CHARACTERS = 2_500;

/** What a prefix takes beside itself and the bucket's name: the rest of the ARN in the longest partition, wildcards, quotes and commas. */
const CHARACTERS_AROUND = 29;

/** Characters that prefixes take in a policy: each is named twice, as objects of the bucket and as what may be listed. */
export function prefixCharacters(bucket: string, prefixes: readonly string[]): number {
  return prefixes.reduce((sum, prefix) => sum + CHARACTERS_AROUND + bucket.length + 2 * prefix.length, 0);
}

/** The prefixes of an identity fit into one policy. */
export const identityPrefixes = check({ storage: ["identities"] }, ({ storage: { identities } }) =>
  Object.entries(identities).flatMap(([name, { bucket, prefixes }]): Finding[] => {
    const characters = prefixCharacters(bucket, prefixes);
    return characters <= PREFIX_CHARACTERS
      ? []
      : [
          {
            path: ["storage", "identities", name, "prefixes"],
            given: `${prefixes.length} prefixes, which take ${characters} characters of the role's policy`,
            allowed: `at most ${PREFIX_CHARACTERS} characters, each prefix counted twice and with its bucket's name`,
            mend: "name a prefix that these have in common, or give the workload a second identity",
          },
        ];
  }),
);
