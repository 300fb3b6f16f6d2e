import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { snapshotScript } from "../../../../charts/redis/clusters/backup-scripts";
import { bootstrapScript } from "../../../../charts/redis/clusters/bootstrap-script";
import { readyScript, startedScript, stopScript } from "../../../../charts/redis/clusters/server-scripts";
import { describeRedis } from "../../../redis/server/describe-redis";
import { infoFields } from "../../../redis/server/start-redis-cluster";
import { address, eventually, replication, runScript, SixServers, startServer, succeeds } from "./real-servers";

describeRedis("the scripts, with six real servers", () => {
  let servers: SixServers;
  beforeAll(async () => {
    servers = await SixServers.start();
  });
  afterAll(async () => {
    await servers.stop();
  });
  const server = (number: number) => servers.number(number);
  const clusterInfo = async (number: number) => infoFields(String(await server(number).command("CLUSTER", "INFO")));

  test("bootstrap takes up what an interrupted run has left: servers that know each other, one with its slots", async () => {
    await server(0).command("CLUSTER", "MEET", "127.0.0.1", String(server(4).port), String(server(4).busPort));
    await server(0).command("CLUSTER", "ADDSLOTSRANGE", "0", "5460");
    expect(await servers.bootstrap()).toMatch(
      /^cluster_state:ok\s+cluster_slots_ok:16384\s+cluster_known_nodes:6\s+cluster_size:3\s*$/,
    );
  });

  test("the topology is the documented one: slots of each primary, and the replica of each shard", async () => {
    expect(await servers.topology()).toEqual([
      "0-5460",
      "5461-10922",
      "10923-16383",
      "follows 0",
      "follows 1",
      "follows 2",
    ]);
    for (const number of servers.all.keys()) {
      expect(await clusterInfo(number)).toMatchObject({
        cluster_state: "ok",
        cluster_slots_assigned: "16384",
        cluster_slots_ok: "16384",
        cluster_slots_pfail: "0",
        cluster_slots_fail: "0",
        cluster_known_nodes: "6",
        cluster_size: "3",
      });
    }
  });

  test("a second bootstrap changes nothing", async () => {
    const before = await server(0).command("CLUSTER", "NODES");
    expect(await servers.bootstrap()).toBe("The cluster is up: nothing to do.\n");
    const shape = (nodes: unknown) => String(nodes).replace(/ \d+ \d+ \d+ connected/g, "");
    expect(shape(await server(0).command("CLUSTER", "NODES"))).toBe(shape(before));
  });

  test("a stopping primary hands over to its replica first, and a bootstrap leaves it at that", async () => {
    await runScript(stopScript(), { REDIS_PORT: String(server(2).port) });
    expect([(await replication(server(2))).role, (await replication(server(5))).role]).toEqual(["slave", "master"]);
    expect(await servers.bootstrap()).toMatch(/nothing to do|cluster_state:ok/);
    expect(await servers.topology()).toEqual([
      "0-5460",
      "5461-10922",
      "follows 5",
      "follows 0",
      "follows 1",
      "10923-16383",
    ]);
  });

  test("a stopping replica has nothing to hand over", async () => {
    await runScript(stopScript(), { REDIS_PORT: String(server(3).port) });
    expect((await replication(server(0))).role).toBe("master");
  });

  test("backup takes one snapshot per shard from its primary, whatever it is called", async () => {
    const folder = mkdtempSync(join(tmpdir(), "redis-backup-"));
    try {
      const said = await runScript(snapshotScript(), {
        ...servers.environment,
        CLUSTER: "redis-prod-main",
        SHARD_SECONDS: "60",
        FOLDER: folder,
      });
      expect(said).toContain(`Shard 2: ${address(server(5))}\n`);
      const files = readdirSync(folder).filter((name) => name !== "SHA256SUMS");
      expect(files.map((name) => name.replace(/\d{4}-\d\d-\d\dT\d{4}/, "<time>")).sort()).toEqual([
        "redis-prod-main-<time>-shard-0.rdb",
        "redis-prod-main-<time>-shard-1.rdb",
        "redis-prod-main-<time>-shard-2.rdb",
      ]);
      for (const file of files) expect(statSync(join(folder, file)).size).toBeGreaterThan(80);
      expect(await runScript(`cd ${folder}; sha256sum -c SHA256SUMS`, {})).toBe(
        files
          .sort()
          .map((file) => `${file}: OK\n`)
          .join(""),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("a replica is ready while it follows, and isn't while it has lost its primary", async () => {
    const environmentOf = (number: number) => ({ REDIS_PORT: String(server(number).port) });
    await runScript(readyScript(), environmentOf(4));
    // The link breaks, and the primary takes no other.
    await server(1).command("CONFIG", "SET", "maxclients", "1");
    await server(1).command("CLIENT", "KILL", "TYPE", "replica");
    await delay(500);
    await expect(runScript(readyScript(), environmentOf(4))).rejects.toThrow("exit code 1");
    await server(1).command("CONFIG", "SET", "maxclients", "10000");
  });

  test("a server that starts introduces itself to its peers", async () => {
    const stranger = await startServer();
    try {
      const env = {
        REDIS_PORT: String(stranger.port),
        PEERS: `${servers.environment.PRIMARIES} 127.0.0.1:1 ${address(stranger)}`,
      };
      // Not at once: it is started when it knows of the cluster.
      await eventually(() => succeeds(startedScript(), env));
      const unknown = async () => {
        const nodes = String(await stranger.command("CLUSTER", "NODES"));
        return servers.all.filter(({ port, busPort }) => !nodes.includes(` 127.0.0.1:${port}@${busPort} `));
      };
      for (let attempt = 0; attempt < 100 && (await unknown()).length > 0; attempt++) await delay(100);
      expect((await unknown()).map(address)).toEqual([]);
    } finally {
      await stranger.stop();
    }
  });

  test("a server that doesn't answer is no success, and is named", async () => {
    await expect(
      runScript(bootstrapScript(), { ...servers.environment, REPLICAS: "127.0.0.1:1", TIMEOUT_SECONDS: "1" }),
    ).rejects.toThrow("Not within 1 s: answers 127.0.0.1:1");
  });
});
