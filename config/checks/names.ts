import type { Finding } from "../finding";
import { check } from "./check";

/** Longest name of an IAM role. Source: IAM and STS quotas, "Name length limits". */
export const ROLE_NAME_LENGTH = 64;

/** Longest name of a managed node group. Source: Amazon EKS API reference, `CreateNodegroup`. */
export const NODE_GROUP_NAME_LENGTH = 63;

/**
 * Room that a cluster's name has to leave for the roles of the stack's own software: a hyphen and the longest of their names,
 * `aws-node-termination-handler`.
 */
export const LONGEST_ROLE_SUFFIX = "-aws-node-termination-handler".length;

/** The cluster's name leaves room for what is named after it. */
export const clusterName = check({ cluster: ["name"] }, ({ cluster: { name } }) => {
  const longest = ROLE_NAME_LENGTH - LONGEST_ROLE_SUFFIX;
  return name.length <= longest
    ? []
    : [
        {
          path: ["cluster", "name"],
          given: `${name}, ${name.length} characters`,
          allowed: `at most ${longest} characters: IAM roles are named <cluster>-<purpose>, at most ${ROLE_NAME_LENGTH}`,
          mend: "shorten the name",
        },
      ];
});

/** Names of roles that come of the cluster's and an identity's are not too long for IAM. */
export const identityRoleNames = check({ cluster: ["name"], storage: ["identities"] }, ({ cluster, storage }) =>
  Object.keys(storage.identities).flatMap((identity): Finding[] => {
    const role = `${cluster.name}-${identity}`;
    return role.length <= ROLE_NAME_LENGTH
      ? []
      : [
          {
            path: ["storage", "identities", identity],
            on: "key",
            given: `${identity}, which makes the role ${role} of ${role.length} characters`,
            allowed: `at most ${Math.max(0, ROLE_NAME_LENGTH - cluster.name.length - 1)} characters beside the cluster's name`,
            mend: "shorten the identity's name",
          },
        ];
  }),
);

/** Names of node groups that come of the cluster's and a pool's fit the limits of EKS. */
export const nodeGroupNames = check({ cluster: ["name"], nodePools: "entries" }, ({ cluster, nodePools }) =>
  Object.keys(nodePools).flatMap((pool): Finding[] => {
    const group = `${cluster.name}-${pool}`;
    return group.length <= NODE_GROUP_NAME_LENGTH
      ? []
      : [
          {
            path: ["nodePools", pool],
            on: "key",
            given: `${pool}, which makes the node group ${group} of ${group.length} characters`,
            allowed: `at most ${Math.max(0, NODE_GROUP_NAME_LENGTH - cluster.name.length - 1)} characters beside the cluster's name`,
            mend: "shorten the pool's name",
          },
        ];
  }),
);
