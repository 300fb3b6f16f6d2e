import { VELERO_IDENTITY } from "../reference/velero";
import { check } from "./check";

/** Velero has an identity, and so a bucket to keep its backups in and a role to write them with. */
export const veleroIdentity = check(
  { storage: ["identities"], addOns: ["releases"] },
  ({ storage: { identities }, addOns: { releases } }) =>
    releases.velero === undefined || identities[VELERO_IDENTITY] !== undefined
      ? []
      : [
          {
            path: ["storage", "identities"],
            given: `no identity ${VELERO_IDENTITY}`,
            allowed: `an identity named ${VELERO_IDENTITY}: the add-on takes bucket, service account and role from it`,
            mend: `add ${VELERO_IDENTITY} with the bucket of the backups, access: read-write and prunes: true`,
          },
        ],
);

/** The identity is in the namespace of the release: its role trusts a service account of that namespace and no other. */
export const veleroNamespace = check(
  { storage: ["identities"], addOns: ["releases"] },
  ({ storage: { identities }, addOns: { releases } }) => {
    const identity = identities[VELERO_IDENTITY];
    const namespace = releases.velero?.namespace;
    return identity === undefined || namespace === undefined || identity.namespace === namespace
      ? []
      : [
          {
            path: ["storage", "identities", VELERO_IDENTITY, "namespace"],
            given: identity.namespace,
            allowed: `${namespace}, the namespace of vantage:addOns.releases.velero`,
            mend: "write the same namespace in both: from another one Velero may not assume the role",
          },
        ];
  },
);
