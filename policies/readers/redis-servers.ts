import { type RedisServer, redisServers } from "../../charts/checks/redis-server";
import { referenceOf, referenceText } from "../../charts/kube-object";
import type { Parts } from "../part-rule";

/** Every container that runs redis-server with a redis.conf among the objects, called by what makes its pods. */
export const REDIS_SERVERS: Parts<RedisServer> = {
  appliesTo: ["pod templates that run redis-server"],
  parts: ({ objects }) => redisServers(objects),
  subject: ({ template }) => referenceText(referenceOf(template.object)),
};
