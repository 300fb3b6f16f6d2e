import { existsSync } from "node:fs";
import { isRunning } from "../../../sandbox/engine/running-process";
import { describeRedis } from "./describe-redis";
import { REDIS_VERSION } from "./redis-package";
import { type RunningRedis, startRedis } from "./start-redis";
import { infoFields, type RunningRedisCluster, runRedisCli, startRedisCluster } from "./start-redis-cluster";

/** The kind of configuration that a container has: its own port and folder, more memory than a test machine. */
const CONFIG = `
port 6379
bind 0.0.0.0
dir /data
cluster-enabled yes
cluster-config-file nodes.conf
cluster-node-timeout 5000
maxmemory 14gb
maxmemory-policy allkeys-lru
appendonly yes
save 900 1
`;

describeRedis("a real server", () => {
  let redis: RunningRedis | undefined;
  const start = async (options: Parameters<typeof startRedis>[0]) => {
    redis = await startRedis(options);
    return redis;
  };
  afterEach(async () => {
    await redis?.stop();
    redis = undefined;
  });

  test("is the pinned release", async () => {
    const { command } = await start({ config: "" });
    expect(infoFields(String(await command("INFO", "server"))).redis_version).toBe(REDIS_VERSION);
  });

  test("takes a good configuration and holds its values, but for what belongs to the machine", async () => {
    const { port, busPort, folder, configGet } = await start({ config: CONFIG });
    expect(await configGet("maxmemory", "maxmemory-policy", "appendonly", "save", "cluster-node-timeout")).toEqual({
      maxmemory: String(14 * 1024 ** 3),
      "maxmemory-policy": "allkeys-lru",
      appendonly: "yes",
      save: "900 1",
      "cluster-node-timeout": "5000",
    });
    expect(await configGet("port", "bind", "dir", "cluster-port")).toEqual({
      port: String(port),
      bind: "127.0.0.1",
      dir: `${folder}/data`,
      "cluster-port": String(busPort),
    });
  });

  test("takes overrides, and answers or refuses commands", async () => {
    const { command, configGet } = await start({
      config: CONFIG,
      overrides: { "cluster-enabled": "no", "client-output-buffer-limit": "pubsub 64mb 16mb 60" },
    });
    expect((await configGet("cluster-*"))["cluster-enabled"]).toBe("no");
    expect(await configGet("client-output-buffer-limit")).toEqual({
      "client-output-buffer-limit": "normal 0 0 0 slave 268435456 67108864 60 pubsub 67108864 16777216 60",
    });
    expect(await command("SET", "key", "schön")).toBe("OK");
    expect(await command("GET", "key")).toBe("schön");
    expect(await command("GET", "none")).toBeNull();
    expect(await command("MGET", "key", "none")).toEqual(["schön", null]);
    expect(await command("STRLEN", "key")).toBe(6);
    await expect(command("LPUSH", "key", "x")).rejects.toThrow("LPUSH key x: WRONGTYPE");
  });

  test("that asks for a password is up", async () => {
    const { command } = await start({ config: "requirepass secret" });
    await expect(command("GET", "key")).rejects.toThrow("NOAUTH");
    expect(await command("AUTH", "secret")).toBe("OK");
  });

  test.each([
    [
      "an unknown directive",
      "port 6379\nappendonly yes\nmaxmemory-polcy allkeys-lru\n",
      3,
      "Bad directive or wrong number of arguments",
    ],
    ["a value that is not allowed", "maxmemory-policy random\n", 1, "argument(s) must be one of the following"],
    ["a wrong number of arguments", "\nappendonly yes no\n", 2, "wrong number of arguments"],
  ])("refuses %s with its line and reason", async (_, config, line, reason) => {
    const refused = config.split("\n")[line - 1];
    await expect(start({ config })).rejects.toMatchObject({
      name: "RedisStartError",
      message: expect.stringMatching(
        new RegExp(
          `^\\*{3} FATAL CONFIG FILE ERROR \\(Redis ${REDIS_VERSION}\\) \\*{3}\nReading the configuration file, at line ${line}\n>>> '${refused}'\n`,
        ),
      ),
      output: expect.stringContaining(reason),
    });
  });

  test("that fails after it read its configuration says why", async () => {
    await expect(start({ config: "aclfile /nowhere/users.acl" })).rejects.toThrow(
      /^redis-server did not start\. Its last lines:\n[\s\S]*\/nowhere\/users\.acl/,
    );
  });

  test("stops without leaving a process or a folder, and stops once", async () => {
    const { pid, folder, port, stop, log } = await start({ config: CONFIG });
    expect(isRunning(pid)).toBe(true);
    expect(log()).toContain("Ready to accept connections");
    await stop();
    await stop();
    expect(isRunning(pid)).toBe(false);
    expect(existsSync(folder)).toBe(false);
    await expect(runRedisCli("-p", String(port), "PING")).rejects.toThrow("Connection refused");
  });
});

describeRedis("six servers", () => {
  let cluster: RunningRedisCluster;
  beforeAll(async () => {
    cluster = await startRedisCluster(6, CONFIG);
  });
  afterAll(() => cluster?.stop());

  test("become three primaries with all slots and a replica each", async () => {
    expect(cluster.created).toContain("[OK] All 16384 slots covered.");
    const roles = await Promise.all(
      cluster.nodes.map(async ({ command }) => infoFields(String(await command("INFO", "replication")))),
    );
    expect(roles.filter(({ role }) => role === "master").map((node) => node.connected_slaves)).toEqual(["1", "1", "1"]);
    expect(roles.filter(({ role }) => role === "slave")).toHaveLength(3);
  });

  test("agree that the cluster is up", async () => {
    for (const { command } of cluster.nodes) {
      expect(infoFields(String(await command("CLUSTER", "INFO")))).toMatchObject({
        cluster_state: "ok",
        cluster_slots_assigned: "16384",
        cluster_known_nodes: "6",
        cluster_size: "3",
      });
    }
  });

  test("send a key to its shard", async () => {
    const [first] = cluster.nodes;
    expect(await runRedisCli("-c", "-p", String(first?.port), "SET", "basket", "full")).toBe("OK\n");
    expect(await runRedisCli("-c", "-p", String(cluster.nodes[2]?.port), "GET", "basket")).toBe("full\n");
  });
});

describeRedis("a cluster that can't be made", () => {
  test("leaves no server and says what redis-cli said", async () => {
    await expect(startRedisCluster(2, CONFIG)).rejects.toThrow("Redis Cluster requires at least 3 master nodes");
  });

  test("is refused with the configuration's own fault", async () => {
    await expect(startRedisCluster(6, `${CONFIG}cluster-nod-timeout 1`)).rejects.toThrow(">>> 'cluster-nod-timeout 1'");
  });
});
