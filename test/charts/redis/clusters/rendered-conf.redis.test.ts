import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { snapshotScript } from "../../../../charts/redis/clusters/backup-scripts";
import { bootstrapScript, slotRanges } from "../../../../charts/redis/clusters/bootstrap-script";
import { redisClusters } from "../../../../charts/redis/clusters/redis-cluster";
import { redisConf } from "../../../../charts/redis/clusters/redis-conf";
import { readyScript, startedScript, stopScript } from "../../../../charts/redis/clusters/server-scripts";
import { prodPlatform } from "../../../infra/prod-platform";
import { describeRedis } from "../../../redis/server/describe-redis";
import { redisCli } from "../../../redis/server/redis-package";
import { type RunningRedis, startRedis } from "../../../redis/server/start-redis";
import { infoFields } from "../../../redis/server/start-redis-cluster";

const [main, sessions] = redisClusters(prodPlatform());
if (main === undefined || sessions === undefined) throw new Error("prod has two Redis clusters");

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

/** Runs a script as its container does, and gives back what it printed. */
async function runScript(script: string, env: Readonly<Record<string, string>>): Promise<string> {
  const path = `${dirname(await redisCli())}${delimiter}${process.env.PATH}`;
  return new Promise((resolve, reject) => {
    execFile(
      "/bin/sh",
      ["-euc", script],
      { env: { PATH: path, ...env }, timeout: 100_000 },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(new Error(`exit code ${error.code}: ${stdout}${stderr}`));
      },
    );
  });
}

describeRedis("the scripts, with six real servers", () => {
  let servers: readonly RunningRedis[] = [];
  let environment: Record<string, string>;

  /** Number of the server in the order primaries, replicas. */
  const server = (number: number): RunningRedis => {
    const found = servers[number];
    if (found === undefined) throw new Error(`no server ${number}`);
    return found;
  };
  const address = ({ port }: RunningRedis) => `127.0.0.1:${port}`;
  const bootstrap = () => runScript(bootstrapScript(), environment);
  const replication = async (number: number) => infoFields(String(await server(number).command("INFO", "replication")));
  const clusterInfo = async (number: number) => infoFields(String(await server(number).command("CLUSTER", "INFO")));
  const start = () => startRedis({ config: redisConf(main), overrides: { "cluster-announce-ip": "127.0.0.1" } });
  const setEnvironment = () => {
    environment = {
      PRIMARIES: servers.slice(0, 3).map(address).join(" "),
      REPLICAS: servers.slice(3).map(address).join(" "),
      SLOTS: slotRanges(3).join(" "),
      TIMEOUT_SECONDS: "60",
    };
  };

  /** What each server says of itself: its slots, or the number of the server that it follows. */
  async function topology(): Promise<readonly string[]> {
    const ids = await Promise.all(servers.map(({ command }) => command("CLUSTER", "MYID")));
    return Promise.all(
      servers.map(async ({ command }) => {
        const lines = String(await command("CLUSTER", "NODES")).split("\n");
        const [, , , primary, , , , , ...slots] = lines.find((line) => line.includes("myself"))?.split(" ") ?? [];
        return primary === "-" ? slots.join(" ") : `follows ${ids.indexOf(primary ?? "")}`;
      }),
    );
  }

  beforeAll(async () => {
    servers = await Promise.all(Array.from({ length: 6 }, start));
    setEnvironment();
  });
  afterAll(async () => {
    await Promise.all(servers.map((each) => each.stop()));
  });

  test("bootstrap takes up what an interrupted run has left: servers that know each other, one with its slots", async () => {
    await server(0).command("CLUSTER", "MEET", "127.0.0.1", String(server(4).port), String(server(4).busPort));
    await server(0).command("CLUSTER", "ADDSLOTSRANGE", "0", "5460");
    expect(await bootstrap()).toMatch(
      /^cluster_state:ok\s+cluster_slots_ok:16384\s+cluster_known_nodes:6\s+cluster_size:3\s*$/,
    );
  });

  test("the topology is the documented one: slots of each primary, and the replica of each shard", async () => {
    expect(await topology()).toEqual(["0-5460", "5461-10922", "10923-16383", "follows 0", "follows 1", "follows 2"]);
    for (const number of servers.keys()) {
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
    expect(await bootstrap()).toBe("The cluster is up: nothing to do.\n");
    const shape = (nodes: unknown) => String(nodes).replace(/ \d+ \d+ \d+ connected/g, "");
    expect(shape(await server(0).command("CLUSTER", "NODES"))).toBe(shape(before));
  });

  test("a stopping primary hands over to its replica first, and a bootstrap leaves it at that", async () => {
    await runScript(stopScript(), { REDIS_PORT: String(server(2).port) });
    expect([(await replication(2)).role, (await replication(5)).role]).toEqual(["slave", "master"]);
    expect(await bootstrap()).toMatch(/nothing to do|cluster_state:ok/);
    expect(await topology()).toEqual(["0-5460", "5461-10922", "follows 5", "follows 0", "follows 1", "10923-16383"]);
  });

  test("a stopping replica has nothing to hand over", async () => {
    await runScript(stopScript(), { REDIS_PORT: String(server(3).port) });
    expect((await replication(0)).role).toBe("master");
  });

  test("backup takes one snapshot per shard from its primary, whatever it is called", async () => {
    const folder = mkdtempSync(join(tmpdir(), "redis-backup-"));
    try {
      const said = await runScript(snapshotScript(), { ...environment, CLUSTER: "redis-prod-main", FOLDER: folder });
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

  test("a server that lost its volume is taken in again by the bootstrap, as the replica of its shard", async () => {
    const [lost] = servers.slice(3, 4);
    const fresh = await start();
    servers = servers.map((each) => (each === lost ? fresh : each));
    setEnvironment();
    await lost?.stop();
    await expect(runScript(readyScript(), { REDIS_PORT: String(fresh.port) })).resolves.toBe("");
    await bootstrap();
    expect((await topology())[3]).toBe("follows 0");
  });

  test("a server that starts introduces itself to its peers", async () => {
    const stranger = await start();
    try {
      const env = {
        REDIS_PORT: String(stranger.port),
        PEERS: `${environment.PRIMARIES} 127.0.0.1:1 ${address(stranger)}`,
      };
      await runScript(startedScript(), env);
      const unknown = async () => {
        const nodes = String(await stranger.command("CLUSTER", "NODES"));
        return servers.filter(({ port, busPort }) => !nodes.includes(` 127.0.0.1:${port}@${busPort} `));
      };
      for (let attempt = 0; attempt < 100 && (await unknown()).length > 0; attempt++) await delay(100);
      expect((await unknown()).map(address)).toEqual([]);
    } finally {
      await stranger.stop();
    }
  });

  test("a server that doesn't answer is no success, and is named", async () => {
    await expect(
      runScript(bootstrapScript(), { ...environment, REPLICAS: "127.0.0.1:1", TIMEOUT_SECONDS: "1" }),
    ).rejects.toThrow("Not within 1 s: answers 127.0.0.1:1");
  });
});
