import { execFile } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { redisCli } from "./redis-package";
import { type RedisOptions, type RunningRedis, startRedis } from "./start-redis";

/** How long six nodes may take to agree and the replicas to follow, in seconds. They take about three. */
export const CLUSTER_SECONDS = 60;

/** Replicas of each primary. Source: document 000, section 2, each shard has one primary and one replica. */
export const REPLICAS_PER_PRIMARY = 1;

/** A Redis Cluster of a test. */
export interface RunningRedisCluster {
  /** In the order in which they were named to `redis-cli`, of whatever role. */
  readonly nodes: readonly RunningRedis[];
  /** What `redis-cli --cluster create` said. */
  readonly created: string;
  /** Ends every node and removes the folders. */
  stop(): Promise<void>;
}

/**
 * Runs the real `redis-cli` to its end.
 * @returns what it wrote on standard output
 * @throws Error with its arguments and all that it wrote when it fails
 */
export async function runRedisCli(...args: readonly string[]): Promise<string> {
  const cli = await redisCli();
  return new Promise((resolve, reject) => {
    execFile(cli, args, { timeout: CLUSTER_SECONDS * 1000 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`redis-cli ${args.join(" ")} failed (${error.code}):\n${stdout}${stderr}`.trim()));
    });
  });
}

/** The arguments of `redis-cli` that make a cluster of servers, asking nothing. */
export function clusterCreateArguments(addresses: readonly string[], replicas = REPLICAS_PER_PRIMARY): string[] {
  return ["--cluster", "create", ...addresses, "--cluster-replicas", String(replicas), "--cluster-yes"];
}

/**
 * Starts servers with one configuration, which must say `cluster-enabled yes`, and has `redis-cli` make a cluster of them. It is up when every node says that the cluster is,
 * and every replica follows its primary.
 * @throws RedisStartError when the servers refuse the configuration, and Error when `redis-cli` refuses the servers; no server is left behind
 */
export async function startRedisCluster(
  count: number,
  config: string,
  overrides: NonNullable<RedisOptions["overrides"]> = {},
): Promise<RunningRedisCluster> {
  const starts = await Promise.allSettled(Array.from({ length: count }, () => startRedis({ config, overrides })));
  const nodes = starts.flatMap((start) => (start.status === "fulfilled" ? [start.value] : []));
  const stop = async () => {
    await Promise.all(nodes.map((node) => node.stop()));
  };
  try {
    const failed = starts.find((start) => start.status === "rejected");
    if (failed !== undefined) throw failed.reason;
    const addresses = nodes.map(({ port }) => `127.0.0.1:${port}`);
    const created = await runRedisCli(...clusterCreateArguments(addresses));
    await agreed(nodes);
    return { nodes, created, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits until every node knows every other, sees all slots served, and follows its primary if it has one. */
async function agreed(nodes: readonly RunningRedis[]): Promise<void> {
  for (const deadline = Date.now() + CLUSTER_SECONDS * 1000; ; await delay(100)) {
    const states = await Promise.all(nodes.map(settled));
    if (states.every((state) => state)) return;
    if (Date.now() > deadline) {
      const said = await Promise.all(
        nodes.map(async (node) => `${node.port}:\n${await node.command("CLUSTER", "INFO")}`),
      );
      throw new Error(`The cluster was not up within ${CLUSTER_SECONDS} s.\n${said.join("\n")}`);
    }
  }

  async function settled(node: RunningRedis): Promise<boolean> {
    const cluster = infoFields(String(await node.command("CLUSTER", "INFO")));
    const replication = infoFields(String(await node.command("INFO", "replication")));
    return (
      cluster.cluster_state === "ok" &&
      cluster.cluster_known_nodes === String(nodes.length) &&
      (replication.role === "master" || replication.master_link_status === "up")
    );
  }
}

/** The fields of `INFO` and `CLUSTER INFO`: lines of `name:value`. */
export function infoFields(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text
      .split("\r\n")
      .filter((line) => line.includes(":"))
      .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]),
  );
}
