import { redisEvictionPolicy } from "../../../../policies/rules/redis/redis-eviction-policy";
import { describeRule } from "../../rule-cases";
import { CONTAINER, called, configured, SERVER, server } from "./redis-objects";

const KNOWN =
  "noeviction, allkeys-lru, allkeys-lfu, allkeys-random, volatile-lru, volatile-lfu, volatile-random, volatile-ttl";

describeRule(redisEvictionPolicy, {
  good: () => ({ objects: server(["maxmemory-policy noeviction"]) }),
  holds: [["a policy of a cache", configured("maxmemory-policy allkeys-lru")]],
  breaks: [
    [
      "no policy",
      configured("maxmemory 1gb"),
      [`${SERVER}: ${CONTAINER}: maxmemory-policy is not set; one of ${KNOWN}`],
    ],
    [
      "a policy that Redis doesn't know",
      called("--maxmemory-policy", "lru"),
      [`${SERVER}: ${CONTAINER}: maxmemory-policy is lru; one of ${KNOWN}`],
    ],
  ],
});
