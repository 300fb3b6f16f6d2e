import { changeObject, type Mutation, type Mutations } from "./mutation";

/** Writes something else into the configuration of the first cluster. */
function reconfigure(was: RegExp, now: string): Mutation["change"] {
  return changeObject(
    "ConfigMap",
    ({ data }) => {
      const changed = data["redis.conf"].replace(was, now);
      if (changed === data["redis.conf"]) throw new Error(`prod's redis.conf has no ${was}.`);
      data["redis.conf"] = changed;
    },
    /^redis-/,
  );
}

/** What the rules about Redis have to catch. */
export const redisMutations: Mutations = {
  "redis-persistence": [
    {
      what: "neither file nor snapshots",
      change: reconfigure(/appendonly yes([\s\S]*)save 3600 1/, 'appendonly no$1save ""'),
    },
    { what: "nothing said of either", change: reconfigure(/appendonly yes([\s\S]*)save 3600 1/, "$1") },
  ],
  "redis-eviction-policy": [
    { what: "no policy for a full memory", change: reconfigure(/maxmemory-policy .*\n/, "") },
    { what: "a policy of no such name", change: reconfigure(/maxmemory-policy .*/, "maxmemory-policy lru") },
  ],
  "redis-access": [
    {
      what: "the policy of the servers is one of other pods",
      change: changeObject(
        "NetworkPolicy",
        ({ spec }) => {
          spec.podSelector.matchLabels = { app: "other" };
        },
        /^redis-prod-main$/,
      ),
    },
    {
      what: "every namespace is a client",
      change: changeObject(
        "NetworkPolicy",
        ({ spec }) => {
          spec.ingress[1].from[0].namespaceSelector = {};
        },
        /^redis-prod-main$/,
      ),
    },
  ],
  "redis-volumes-kept": [
    {
      what: "claims go with their set",
      change: changeObject(
        "StatefulSet",
        ({ spec }) => {
          spec.persistentVolumeClaimRetentionPolicy = { whenDeleted: "Delete", whenScaled: "Retain" };
        },
        /^redis-/,
      ),
    },
    { what: "the data is beside the claim", change: reconfigure(/dir \/data/, "dir /var/lib/redis") },
  ],
};
