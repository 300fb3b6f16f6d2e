import { redisBackups, redisNames, redisPods, redisPools, redisVolumes } from "../../../config/checks/redis";
import type { ProdInput } from "../../infra/prod-platform";
import { entry, findingsAfter, pathsAfter } from "./prod-findings";

const change = (name: string, fields: object) => (input: ProdInput) => {
  Object.assign(entry(input.redis.clusters, name), fields);
};
const sessions = (fields: object) => change("redis-prod-sessions", fields);
const main = (fields: object) => change("redis-prod-main", fields);

describe("Redis clusters", () => {
  it("of prod are in order", () => {
    const checks = [redisPools, redisPods, redisVolumes, redisNames, redisBackups];
    expect(checks.flatMap((check) => findingsAfter(check))).toEqual([]);
  });

  it("run on a pool that exists", () => {
    expect(findingsAfter(redisPools, sessions({ nodePool: "worker-memory-v4" }))).toMatchObject([
      { path: ["redis", "clusters", "redis-prod-sessions", "nodePool"], given: "worker-memory-v4" },
    ]);
  });

  it("fit its nodes: the 36 GiB of the sessions do, and the past 28; 43 don't, nor do 64 as document 001 has them for nodes of 128 GiB", () => {
    expect(findingsAfter(redisPods, sessions({ maxmemory: "28Gi" }))).toEqual([]);
    expect(findingsAfter(redisPods, sessions({ maxmemory: "42Gi" }))).toEqual([]);
    expect(findingsAfter(redisPods, sessions({ maxmemory: "43Gi" }))).toMatchObject([
      {
        path: ["redis", "clusters", "redis-prod-sessions", "maxmemory"],
        given: "43Gi, for which a pod asks for 58.12Gi",
        allowed: "what a node of worker-memory-v3 has for pods: 57.60Gi",
      },
    ]);
    const upsized = (input: ProdInput) => {
      sessions({ maxmemory: "64Gi" })(input);
      entry(input.nodePools, "worker-memory-v3").instanceTypes = ["r6g.4xlarge"];
    };
    expect(findingsAfter(redisPods, upsized)).toEqual([]);
  });

  it("ask for cores that a node has", () => {
    expect(findingsAfter(redisPods, main({ cpu: "7300m" }))).toEqual([]);
    expect(findingsAfter(redisPods, main({ cpu: "7301m" }))).toMatchObject([
      { path: ["redis", "clusters", "redis-prod-main", "cpu"], given: "7301m" },
    ]);
  });

  it("have volumes for all their files, of which an append-only file makes more", () => {
    expect(findingsAfter(redisVolumes, main({ volume: "70Gi" }))).toEqual([]);
    expect(pathsAfter(redisVolumes, main({ volume: "69Gi" }))).toEqual([
      "vantage:redis.clusters.redis-prod-main.volume",
    ]);
    expect(findingsAfter(redisVolumes, sessions({ volume: "72Gi" }))).toEqual([]);
    expect(pathsAfter(redisVolumes, sessions({ appendOnly: true }))).toEqual([
      "vantage:redis.clusters.redis-prod-sessions.volume",
    ]);
  });

  it("aren't called what the replicas of another are", () => {
    const renamed = (name: string) => (input: ProdInput) => {
      input.redis.clusters[name] = entry(input.redis.clusters, "redis-prod-main");
    };
    expect(findingsAfter(redisNames, renamed("redis-prod-other-0-replica"))).toEqual([]);
    expect(findingsAfter(redisNames, renamed("redis-prod-main-replica"))).toEqual([]);
    expect(pathsAfter(redisNames, renamed("redis-prod-main-12-replica"))).toEqual([
      "vantage:redis.clusters.redis-prod-main-12-replica",
    ]);
  });
});

describe("the identity of backups", () => {
  it.each([
    ["exists", "redis-backups", "redis-backups"],
    ["is of the clusters' namespace", "wal-g", "wal-g of namespace user-profile-prod"],
  ])("%s", (_, backupIdentity, given) => {
    expect(findingsAfter(redisBackups, ({ redis }) => Object.assign(redis, { backupIdentity }))).toMatchObject([
      { path: ["redis", "backupIdentity"], given },
    ]);
  });

  it("may write", () => {
    const reading = (input: ProdInput) => {
      entry(input.storage.identities, "redis-backup").access = "read";
    };
    expect(findingsAfter(redisBackups, reading)).toMatchObject([{ given: "redis-backup, which only reads" }]);
  });
});
