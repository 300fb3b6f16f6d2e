import type { Finding } from "../finding";
import {
  EVENT_RULE_NAME_MAX_CHARACTERS,
  EVENT_RULE_SUFFIXES,
  ROLE_NAME_MAX_CHARACTERS,
  ROLE_PURPOSES,
} from "../reference/name-limits";
import type { StackConfig } from "../stack-schema";
import { check } from "./check";

/** A kind of name that begins with the cluster's, and the longest that follows it. */
function kind(what: string, suffixes: readonly string[], limit: number) {
  const longest = suffixes.reduce((one, other) => (other.length > one.length ? other : one));
  return { example: `${what} <cluster>-${longest}`, limit, room: limit - longest.length - 1 };
}

/** What every stack names after its cluster, the kind that leaves least room first. */
const NAMED_AFTER_CLUSTER = [
  kind("EventBridge rule", EVENT_RULE_SUFFIXES, EVENT_RULE_NAME_MAX_CHARACTERS),
  kind("IAM role", ROLE_PURPOSES, ROLE_NAME_MAX_CHARACTERS),
].sort((one, other) => one.room - other.room);

/** The cluster's name leaves room for what is named after it. */
export const clusterName = check({ cluster: ["name"] }, ({ cluster: { name } }) =>
  NAMED_AFTER_CLUSTER.filter(({ room }) => name.length > room)
    .slice(0, 1)
    .map(({ example, limit, room }) => ({
      path: ["cluster", "name"],
      given: `${name}, ${name.length} characters`,
      allowed: `at most ${room} characters: the ${example} may have ${limit}`,
      mend: "shorten the name",
    })),
);

function longRole(path: Finding["path"], cluster: string, purpose: string): Finding[] {
  const role = `${cluster}-${purpose}`;
  return role.length <= ROLE_NAME_MAX_CHARACTERS
    ? []
    : [
        {
          path,
          on: "key",
          given: `${purpose}, which makes the role ${role} of ${role.length} characters`,
          allowed: `at most ${Math.max(0, ROLE_NAME_MAX_CHARACTERS - cluster.length - 1)} characters beside the cluster's name`,
          mend: "shorten this name, or the cluster's",
        },
      ];
}

/** Names of roles that come of the cluster's and an identity's are not too long for IAM. */
export const identityRoleNames = check({ cluster: ["name"], storage: ["identities"] }, ({ cluster, storage }) =>
  Object.keys(storage.identities).flatMap((identity) =>
    longRole(["storage", "identities", identity], cluster.name, identity),
  ),
);

function selfManaged(nodePools: StackConfig["nodePools"]): string[] {
  return Object.entries(nodePools).flatMap(([pool, { manager }]) => (manager === "self" ? [pool] : []));
}

/** The same for self-managed pools, which have roles of their own. Managed ones share the role `<cluster>-node`. */
export const poolRoleNames = check({ cluster: ["name"], nodePools: "entries" }, ({ cluster, nodePools }) =>
  selfManaged(nodePools).flatMap((pool) => longRole(["nodePools", pool], cluster.name, pool)),
);

/** No identity and no self-managed pool takes the name of a role that is there already. */
export const roleOwners = check({ nodePools: "entries", storage: ["identities"] }, ({ nodePools, storage }) => {
  const pools = selfManaged(nodePools);
  const own: readonly string[] = ROLE_PURPOSES;
  const taken = (path: Finding["path"], name: string, owner: string): Finding => ({
    path,
    on: "key",
    given: `${name}, whose role <cluster>-${name} belongs to ${owner}`,
    allowed: `names other than ${own.join(", ")} and those of self-managed pools`,
    mend: "choose another name: two roles can't have the same",
  });
  const poolFindings = pools
    .filter((pool) => own.includes(pool))
    .map((pool) => taken(["nodePools", pool], pool, "the stack itself"));
  const identityFindings = Object.keys(storage.identities)
    .filter((name) => own.includes(name) || pools.includes(name))
    .map((name) => {
      const owner = own.includes(name) ? "the stack itself" : `the pool ${name}`;
      return taken(["storage", "identities", name], name, owner);
    });
  return [...poolFindings, ...identityFindings];
});
