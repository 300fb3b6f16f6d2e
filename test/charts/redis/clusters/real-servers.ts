import { execFile } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { bootstrapScript, slotRanges } from "../../../../charts/redis/clusters/bootstrap-script";
import { type RedisCluster, redisClusters } from "../../../../charts/redis/clusters/redis-cluster";
import { redisConf } from "../../../../charts/redis/clusters/redis-conf";
import { prodPlatform } from "../../../infra/prod-platform";
import { redisCli } from "../../../redis/server/redis-package";
import { type RunningRedis, startRedis } from "../../../redis/server/start-redis";
import { infoFields } from "../../../redis/server/start-redis-cluster";

/** How long {@link eventually} waits, in seconds. */
const PATIENCE_SECONDS = 40;

/** Runs a script as its container does, and gives back what it printed. */
export async function runScript(script: string, env: Readonly<Record<string, string>>): Promise<string> {
  const path = `${dirname(await redisCli())}${delimiter}${process.env.PATH}`;
  return new Promise((resolve, reject) => {
    execFile("/bin/sh", ["-euc", script], { env: { PATH: path, ...env }, timeout: 100_000 }, (error, out, errors) => {
      if (error === null) resolve(out);
      else reject(new Error(`exit code ${error.code}: ${out}${errors}`));
    });
  });
}

/** Whether a probe succeeds. */
export async function succeeds(script: string, env: Readonly<Record<string, string>>): Promise<boolean> {
  return runScript(script, env).then(
    () => true,
    () => false,
  );
}

/** Waits until a condition holds, asking as a kubelet does: again and again. */
export async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_SECONDS * 1000; !(await holds()); await delay(200)) {
    if (Date.now() > deadline) throw new Error(`not within ${PATIENCE_SECONDS} s: ${holds}`);
  }
}

/** The clusters of prod. */
export const [main, sessions] = redisClusters(prodPlatform()) as [RedisCluster, RedisCluster];

/** A server of redis-prod-main, for this machine, where nobody waits fifteen seconds for an election if it isn't about them. */
export function startServer(overrides: Readonly<Record<string, string>> = {}): Promise<RunningRedis> {
  return startRedis({ config: redisConf(main), overrides: { "cluster-announce-ip": "127.0.0.1", ...overrides } });
}

/** The address of a server, as scripts take it. */
export function address({ port }: RunningRedis): string {
  return `127.0.0.1:${port}`;
}

/** INFO replication of a server. */
export async function replication(server: RunningRedis): Promise<Readonly<Record<string, string>>> {
  return infoFields(String(await server.command("INFO", "replication")));
}

/** Six real servers in the order of the cluster's: three primaries, three replicas. */
export class SixServers {
  private constructor(private servers: readonly RunningRedis[]) {}

  static async start(overrides: Readonly<Record<string, string>> = {}): Promise<SixServers> {
    return new SixServers(await Promise.all(Array.from({ length: 6 }, () => startServer(overrides))));
  }

  get all(): readonly RunningRedis[] {
    return this.servers;
  }

  /** A server by its number in the order. */
  number(number: number): RunningRedis {
    const found = this.servers[number];
    if (found === undefined) throw new Error(`no server ${number}`);
    return found;
  }

  /** Puts another server in the place of one, which is ended: a pod that comes back without its volume. */
  async replace(number: number, fresh: RunningRedis): Promise<void> {
    const lost = this.number(number);
    this.servers = this.servers.map((each) => (each === lost ? fresh : each));
    await lost.stop();
  }

  /** What bootstrap and backup have in their environment. */
  get environment(): Record<string, string> {
    return {
      PRIMARIES: this.servers.slice(0, 3).map(address).join(" "),
      REPLICAS: this.servers.slice(3).map(address).join(" "),
      SLOTS: slotRanges(3).join(" "),
      TIMEOUT_SECONDS: "60",
    };
  }

  /** What the container of a server has in its environment. */
  serverEnvironment(number: number): Record<string, string> {
    return {
      REDIS_PORT: String(this.number(number).port),
      PARTNER: address(this.number((number + 3) % 6)),
      PEERS: this.servers.map(address).join(" "),
    };
  }

  bootstrap(): Promise<string> {
    return runScript(bootstrapScript(), this.environment);
  }

  /** What each server says of itself: its slots, or the number of the server that it follows. */
  async topology(): Promise<readonly string[]> {
    const ids = await Promise.all(this.servers.map(({ command }) => command("CLUSTER", "MYID")));
    return Promise.all(
      this.servers.map(async ({ command }) => {
        const lines = String(await command("CLUSTER", "NODES")).split("\n");
        const [, , , primary, , , , , ...slots] = lines.find((line) => line.includes("myself"))?.split(" ") ?? [];
        return primary === "-" ? slots.join(" ") : `follows ${ids.indexOf(primary ?? "")}`;
      }),
    );
  }

  async stop(): Promise<void> {
    await Promise.all(this.servers.map((each) => each.stop()));
  }
}
