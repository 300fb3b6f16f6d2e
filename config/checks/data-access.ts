import type { Finding } from "../finding";
import { AUTO_MODE_ROLE_PURPOSES, ROLE_NAME_MAX_CHARACTERS, ROLE_PURPOSES } from "../reference/name-limits";
import { check } from "./check";

const WORKLOADS = ["dataAccess", "workloads"] as const;

/** The workload that the output podIdentityRoleArn tells of is one of them. */
export const applicationWorkload = check({ dataAccess: "whole" }, ({ dataAccess }) =>
  dataAccess.workloads[dataAccess.application] !== undefined
    ? []
    : [
        {
          path: ["dataAccess", "application"],
          given: dataAccess.application,
          allowed: `a workload of vantage:dataAccess.workloads: ${Object.keys(dataAccess.workloads).join(", ")}`,
          mend: "name one of these workloads, or add the workload",
        },
      ],
);

/** Buckets that workloads use are the stack's. */
export const workloadBuckets = check(
  { dataAccess: "whole", storage: ["buckets"] },
  ({ dataAccess, storage: { buckets } }) =>
    Object.entries(dataAccess.workloads).flatMap(([workload, { grants }]) =>
      grants.s3.flatMap(({ bucket }, index): Finding[] =>
        buckets[bucket] !== undefined
          ? []
          : [
              {
                path: [...WORKLOADS, workload, "grants", "s3", index, "bucket"],
                given: bucket,
                allowed: `a bucket of vantage:storage.buckets: ${Object.keys(buckets).join(", ")}`,
                mend: "name one of these buckets, or add the bucket",
              },
            ],
      ),
    ),
);

/** A service account has one identity: EKS takes one association for it, and a pod with a token of the cluster's issuer besides would be two. */
export const workloadAccounts = check(
  { dataAccess: "whole", storage: ["identities"] },
  ({ dataAccess, storage: { identities } }) => {
    const owners = new Map(
      Object.entries(identities).map(([name, { namespace, serviceAccount }]) => [
        `${namespace}/${serviceAccount}`,
        `vantage:storage.identities.${name}`,
      ]),
    );
    return Object.entries(dataAccess.workloads).flatMap(([workload, { namespace, serviceAccount }]): Finding[] => {
      const account = `${namespace}/${serviceAccount}`;
      const owner = owners.get(account);
      owners.set(account, owner ?? `vantage:dataAccess.workloads.${workload}`);
      return owner === undefined
        ? []
        : [
            {
              path: [...WORKLOADS, workload, "serviceAccount"],
              given: `${account}, the service account of ${owner}`,
              allowed: "a service account of its own",
              mend: "give each workload a service account, or put the grants of both into one workload",
            },
          ];
    });
  },
);

/** Roles of workloads have names that IAM takes and nobody else has. */
export const workloadRoles = check(
  { dataAccess: "whole", cluster: ["name"], storage: ["identities"] },
  ({ dataAccess, cluster, storage: { identities } }) => {
    const taken: readonly string[] = [...ROLE_PURPOSES, ...AUTO_MODE_ROLE_PURPOSES, ...Object.keys(identities)];
    return Object.keys(dataAccess.workloads).flatMap((workload): Finding[] => {
      const path = [...WORKLOADS, workload];
      const role = `${cluster.name}-${workload}`;
      const long: Finding = {
        path,
        on: "key",
        given: `${workload}, which makes the role ${role} of ${role.length} characters`,
        allowed: `at most ${Math.max(0, ROLE_NAME_MAX_CHARACTERS - cluster.name.length - 1)} characters beside the cluster's name`,
        mend: "shorten this name, or the cluster's",
      };
      const twice: Finding = {
        path,
        on: "key",
        given: `${workload}, whose role ${role} is another's`,
        allowed: `names other than ${taken.join(", ")}`,
        mend: "choose another name: two roles can't have the same",
      };
      return [...(role.length > ROLE_NAME_MAX_CHARACTERS ? [long] : []), ...(taken.includes(workload) ? [twice] : [])];
    });
  },
);
