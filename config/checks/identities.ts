import type { Finding } from "../finding";
import type { StackConfig } from "../stack-schema";
import { check } from "./check";

type Identities = StackConfig["storage"]["identities"];

/** Every identity's bucket exists. */
export const identityBuckets = check({ storage: ["buckets", "identities"] }, ({ storage: { buckets, identities } }) =>
  Object.entries(identities)
    .filter(([, { bucket }]) => buckets[bucket] === undefined)
    .map(([name, { bucket }]) => ({
      path: ["storage", "identities", name, "bucket"],
      given: bucket,
      allowed: `a bucket of vantage:storage.buckets: ${Object.keys(buckets).join(", ")}`,
      mend: "name one of these buckets, or add the bucket",
    })),
);

/** No two identities share a service account: a pod can assume one role only. */
export const identityAccounts = check({ storage: ["identities"] }, ({ storage: { identities } }) => {
  const owners = new Map<string, string>();
  return Object.entries(identities).flatMap(([name, { namespace, serviceAccount }]): Finding[] => {
    const account = `${namespace}/${serviceAccount}`;
    const owner = owners.get(account);
    if (owner === undefined) {
      owners.set(account, name);
      return [];
    }
    return [
      {
        path: ["storage", "identities", name, "serviceAccount"],
        given: `${account}, the service account of ${owner}`,
        allowed: "a service account of its own",
        mend: "give each workload a service account, or put the prefixes of both into one identity",
      },
    ];
  });
});

/** Whether one prefix covers the other. */
function overlap(first: string, second: string): boolean {
  return first.startsWith(second) || second.startsWith(first);
}

function writers(identities: Identities) {
  return Object.entries(identities).flatMap(([name, { bucket, prefixes, access }]) =>
    access === "read" ? [] : prefixes.map((prefix, index) => ({ name, bucket, prefix, index })),
  );
}

/** Prefixes that may be written have one writer: two would overwrite each other's objects. */
export const writtenPrefixes = check({ storage: ["identities"] }, ({ storage: { identities } }) => {
  const all = writers(identities);
  return all.flatMap((one, position): Finding[] => {
    const earlier = all
      .slice(0, position)
      .find((other) => other.name !== one.name && other.bucket === one.bucket && overlap(one.prefix, other.prefix));
    return earlier === undefined
      ? []
      : [
          {
            path: ["storage", "identities", one.name, "prefixes", one.index],
            given: `${one.prefix === "" ? "the whole bucket" : one.prefix} of ${one.bucket}, which ${earlier.name} writes too`,
            allowed: "prefixes with one writer",
            mend: "choose another prefix or bucket, or access: read",
          },
        ];
  });
});

/** Only who may write may delete. */
export const pruningIdentities = check({ storage: ["identities"] }, ({ storage: { identities } }) =>
  Object.entries(identities)
    .filter(([, { access, prunes }]) => prunes && access === "read")
    .map(([name]) => ({
      path: ["storage", "identities", name, "prunes"],
      given: "true with access: read",
      allowed: "true with access write or read-write",
      mend: "remove prunes, or change the access",
    })),
);
