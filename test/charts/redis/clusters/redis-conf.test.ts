import { redisConf, redisSize } from "../../../../charts/redis/clusters/redis-conf";
import { Quantity } from "../../../../config/units/quantity";
import { prodCluster } from "./redis-fixture";

describe("redis.conf", () => {
  it("of redis-prod-main keeps every write and drops none", () => {
    expect(redisConf(prodCluster("redis-prod-main")).trim().split("\n")).toEqual([
      "port 6379",
      "bind *",
      "protected-mode no",
      "maxclients 10000",
      "dir /data",
      "cluster-enabled yes",
      "cluster-config-file nodes.conf",
      "cluster-port 16379",
      "maxmemory 14gb",
      "maxmemory-policy noeviction",
      "appendonly yes",
      "appendfsync everysec",
      "save 3600 1",
      "shutdown-on-sigterm save",
      "repl-backlog-size 256mb",
      "client-output-buffer-limit replica 1gb 1gb 60",
    ]);
  });

  it("of redis-prod-sessions drops what was used least lately, and takes snapshots as often as sessions end", () => {
    const lines = redisConf(prodCluster("redis-prod-sessions")).split("\n");
    expect(lines).toEqual(
      expect.arrayContaining(["maxmemory 36gb", "maxmemory-policy allkeys-lru", "appendonly no", "save 1800 1"]),
    );
    expect(lines.filter((line) => line.startsWith("appendfsync"))).toEqual([]);
  });
});

test.each([
  ["36Gi", "36gb"],
  ["28Gi", "28gb"],
  ["1536Mi", "1536mb"],
  ["100Ki", "100kb"],
  ["14G", "13671875kb"],
  ["1001", "1001"],
])("%s is %s to Redis, whose units with a b are powers of 1,024", (quantity, size) => {
  expect(redisSize(Quantity.parse(quantity))).toBe(size);
});
