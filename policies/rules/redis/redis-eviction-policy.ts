import { REDIS_EVICTION_POLICIES } from "../../../config/reference/redis";
import { partRule } from "../../part-rule";
import { REDIS_SERVERS } from "../../readers/redis-servers";
import { problem } from "../../rule";

/** What happens when the memory is full is somebody's decision. */
export const redisEvictionPolicy = partRule(
  {
    id: "redis-eviction-policy",
    title: "Every Redis server names what it does when its memory is full",
    severity: "medium",
    enforcement: "mandatory",
    why: "Without a policy writes fail at maxmemory, which a cache would be better off without, and nobody has weighed it.",
    remediation: "Name a maxmemory-policy in the redis.conf: noeviction for data, one of the others for a cache.",
    link: "https://redis.io/docs/latest/develop/reference/eviction/",
  },
  {
    ...REDIS_SERVERS,
    check: ({ containerPath, setting }) => {
      const policy = setting("maxmemory-policy");
      return REDIS_EVICTION_POLICIES.some((known) => known === policy)
        ? []
        : [
            problem(
              containerPath,
              `maxmemory-policy is ${policy ?? "not set"}; one of ${REDIS_EVICTION_POLICIES.join(", ")}`,
            ),
          ];
    },
  },
);
