import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePorts } from "../../free-ports";
import { machineFlags, withDataFolder } from "./machine-settings";
import { RedisCommandError, RedisConnection, type RedisReply } from "./redis-connection";
import { redisServer } from "./redis-package";
import { RedisStartError } from "./startup-error";

/** How long a server may take to answer its first PING, in seconds. It takes a tenth of one. */
export const START_SECONDS = 20;

/** How long a server may take to end by itself before it is killed, in seconds. Its data go away anyway. */
export const STOP_SECONDS = 5;

/** How often a start is tried when somebody else takes the port. */
const PORT_ATTEMPTS = 3;

/** Ends the server when whoever started it is killed and can't. It is part of util-linux. */
const SETPRIV = "/usr/bin/setpriv";

/** What a server is started with. */
export interface RedisOptions {
  /** Text of the redis.conf, taken as it is. */
  readonly config: string;
  /**
   * Further directives for the command line, which win over the file: only for what this machine can't have. What no test machine has is replaced already, see
   * {@link machineFlags}. A value of several words is several arguments of the directive. `save` is added to, not replaced.
   */
  readonly overrides?: Readonly<Record<string, string>>;
}

/** A Redis server of a test. */
export interface RunningRedis {
  readonly port: number;
  /** Port of the cluster bus. */
  readonly busPort: number;
  readonly pid: number;
  /** Temporary folder with the configuration file and the data. */
  readonly folder: string;
  /** @throws RedisCommandError with the server's message */
  command(...words: readonly string[]): Promise<RedisReply>;
  /** `CONFIG GET` of some names or patterns, as the server holds the values: memory in bytes, `yes` and `no`. */
  configGet(...names: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** What the server has written so far. */
  log(): string;
  /** Ends the process and removes the folder; a second time does nothing. */
  stop(): Promise<void>;
}

/**
 * Starts a real Redis server with a configuration on a free loopback port and waits until it answers.
 * @throws RedisStartError with the server's own message when it refuses the configuration or doesn't start
 * @throws UserError when there is no Redis to be had; see `redisServer`
 */
export async function startRedis(options: RedisOptions): Promise<RunningRedis> {
  const server = await redisServer();
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(server, options);
    } catch (error) {
      if (!(error instanceof RedisStartError && error.portTaken && attempt < PORT_ATTEMPTS)) throw error;
    }
  }
}

async function startOnce(server: string, { config, overrides = {} }: RedisOptions): Promise<RunningRedis> {
  const [port = 0, busPort = 0] = await freePorts(2);
  const folder = mkdtempSync(join(tmpdir(), "redis-"));
  const data = join(folder, "data");
  mkdirSync(data);
  const file = join(folder, "redis.conf");
  writeFileSync(file, withDataFolder(config, data));
  const flags = Object.entries({ ...machineFlags(port, busPort, data), ...overrides });
  const words = [server, file, ...flags.flatMap(([name, value]) => [`--${name}`, value])];
  const [command = server, ...args] = existsSync(SETPRIV) ? [SETPRIV, "--pdeathsig", "KILL", ...words] : words;

  const child = spawn(command, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const ended = once(child, "close");
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const connection = await answering(port, child);
    if (connection === undefined) {
      await ended;
      throw new RedisStartError(output);
    }
    return {
      port,
      busPort,
      pid: child.pid ?? 0,
      folder,
      command: (...spoken) => connection.command(...spoken),
      configGet: async (...names) => pairs(await connection.command("CONFIG", "GET", ...names)),
      log: () => output,
      stop: async () => {
        connection.close();
        await end(child, ended);
        remove();
      },
    };
  } catch (error) {
    await end(child, ended);
    remove();
    throw error;
  }
}

/** A connection to a server that answers PING, which one that still loads its data doesn't; `undefined` when the server has ended, or was killed for taking too long. */
async function answering(port: number, child: ChildProcess): Promise<RedisConnection | undefined> {
  for (const deadline = Date.now() + START_SECONDS * 1000; !hasEnded(child); await delay(20)) {
    let connection: RedisConnection | undefined;
    try {
      connection = await RedisConnection.open(port);
      await connection.command("PING");
      return connection;
    } catch (error) {
      // A server that asks for a password is up.
      if (connection !== undefined && error instanceof RedisCommandError && error.message.includes("NOAUTH")) {
        return connection;
      }
      connection?.close();
      if (Date.now() > deadline) child.kill("SIGKILL");
    }
  }
  return undefined;
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

function pairs(reply: RedisReply): Readonly<Record<string, string>> {
  const words = Array.isArray(reply) ? reply.map(String) : [];
  return Object.fromEntries(words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? ""]] : [])));
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (!hasEnded(child)) child.kill("SIGTERM");
  const killer = setTimeout(() => child.kill("SIGKILL"), STOP_SECONDS * 1000);
  await ended;
  clearTimeout(killer);
}
