import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { goTool } from "../../../sandbox/engine/go-tool";
import { processTerminal } from "../../../sandbox/engine/terminal";
import { GuardedProcesses } from "../../cluster/control-plane/guarded-processes";
import { freePorts, LOOPBACK_ADDRESS } from "../../free-ports";
import { ETCD, ETCDCTL } from "../../tools/tools";

/** How long a cluster may take until it answers; one to two seconds is usual. */
const READY_SECONDS = 30;

/** A running etcd cluster, with its client. */
export interface EtcdCluster {
  /** Of every member, as `ETCDCTL_ENDPOINTS` lists them. */
  readonly endpoints: string;
  /** Folder of etcdctl, for a PATH. */
  readonly clientFolder: string;
  /** Output of etcdctl with the cluster's addresses. */
  ctl(...args: readonly string[]): Promise<string>;
  /** Ends one member. */
  kill(index: number): void;
  /** Ends all of them and removes their files. */
  stop(): Promise<void>;
}

/**
 * Starts an etcd cluster of its own for a test, on ports of the loopback address.
 *
 * @param flags further flags of every member
 * @throws {Error} with the end of a member's log when the cluster doesn't answer in {@link READY_SECONDS}
 */
export async function startEtcd(members: number, flags: readonly string[] = []): Promise<EtcdCluster> {
  const [etcd, client] = [await goTool(ETCD, processTerminal()), await goTool(ETCDCTL, processTerminal())];
  const ports = await freePorts(2 * members);
  const folder = mkdtempSync(join(tmpdir(), "etcd-"));
  const processes = new GuardedProcesses(folder);
  const url = (port: number | undefined) => `http://${LOOPBACK_ADDRESS}:${port}`;
  const names = Array.from({ length: members }, (_, index) => `m${index}`);
  const peers = names.map((name, index) => `${name}=${url(ports[members + index])}`).join(",");
  const endpoints = names.map((_, index) => url(ports[index])).join(",");
  const ctl = async (...args: readonly string[]) =>
    (await promisify(execFile)(client, args, { env: { ETCDCTL_ENDPOINTS: endpoints } })).stdout;
  const started = names.map((name, index) =>
    processes.start(name, etcd, [
      `--name=${name}`,
      `--data-dir=${join(folder, `${name}-data`)}`,
      `--listen-client-urls=${url(ports[index])}`,
      `--advertise-client-urls=${url(ports[index])}`,
      `--listen-peer-urls=${url(ports[members + index])}`,
      `--initial-advertise-peer-urls=${url(ports[members + index])}`,
      `--initial-cluster=${peers}`,
      "--unsafe-no-fsync",
      "--log-level=error",
      ...flags,
    ]),
  );
  const stop = () => processes.stop();
  const deadline = Date.now() + READY_SECONDS * 1000;
  for (;;) {
    try {
      await ctl("endpoint", "health");
      const kill = (index: number) => {
        const { pid } = started[index] ?? {};
        if (pid !== undefined) process.kill(pid, "SIGKILL");
      };
      return { endpoints, clientFolder: dirname(client), ctl, kill, stop };
    } catch (error) {
      if (Date.now() > deadline) {
        const logs = started.map(({ name, logTail }) => `${name}: ${logTail()}`).join("\n");
        await stop();
        throw new Error(`etcd is not ready after ${READY_SECONDS} s: ${(error as Error).message}\n${logs}`);
      }
      await delay(100);
    }
  }
}
