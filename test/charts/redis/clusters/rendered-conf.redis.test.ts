import { redisConf } from "../../../../charts/redis/clusters/redis-conf";
import { describeRedis } from "../../../redis/server/describe-redis";
import { type RunningRedis, startRedis } from "../../../redis/server/start-redis";
import { main, sessions } from "./real-servers";

const GIB = 2 ** 30;

describeRedis("the rendered redis.conf", () => {
  let redis: RunningRedis | undefined;
  afterEach(async () => {
    await redis?.stop();
    redis = undefined;
  });

  test.each([
    [main.name, main, { maxmemory: 14 * GIB, "maxmemory-policy": "noeviction", appendonly: "yes", save: "3600 1" }],
    [
      sessions.name,
      sessions,
      { maxmemory: 36 * GIB, "maxmemory-policy": "allkeys-lru", appendonly: "no", save: "1800 1" },
    ],
  ])("of %s is taken by a real server, which holds its values", async (_, cluster, { maxmemory, ...values }) => {
    redis = await startRedis({ config: redisConf(cluster) });
    const common = {
      "cluster-enabled": "yes",
      appendfsync: "everysec",
      maxclients: "10000",
      "protected-mode": "no",
      "shutdown-on-sigterm": "save",
      "repl-backlog-size": String(256 * 2 ** 20),
    };
    const expected = { maxmemory: String(maxmemory), ...values, ...common };
    expect(await redis.configGet(...Object.keys(expected))).toEqual(expected);
    expect(await redis.configGet("client-output-buffer-limit")).toEqual({
      "client-output-buffer-limit": `normal 0 0 0 slave ${GIB} ${GIB} 60 pubsub 33554432 8388608 60`,
    });
  });
});
