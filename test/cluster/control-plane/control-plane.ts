import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { goTool } from "../../../sandbox/engine/go-tool";
import { processTerminal, type Terminal } from "../../../sandbox/engine/terminal";
import { freePorts, LOOPBACK_ADDRESS } from "../../free-ports";
import { ETCD, KUBE_APISERVER, type PinnedTool } from "../../tools/tools";
import { ApiClient } from "./api-client";
import { kubeconfig, writeCredentials } from "./credentials";
import { type BackgroundProcess, GuardedProcesses } from "./guarded-processes";
import { egressConfiguration, type PodNetwork } from "./pod-network";
import { apiServerFlags, CERTIFICATE_FOLDER, DEFAULT_SERVICE_CIDR, etcdFlags } from "./process-flags";

/** How long a control plane may take until it is ready; three to six seconds is usual. */
export const READY_TIMEOUT_SECONDS = 90;

/** Limit for the Jest hook that starts a control plane, in milliseconds: on a new machine its tools are built first. */
export const START_TIMEOUT_MILLISECONDS = 20 * 60_000;

/** How often ports are chosen anew when another process was faster. */
export const PORT_ATTEMPTS = 5;

const POLL_MILLISECONDS = 50;

/** What can be chosen about a control plane. */
export interface ControlPlaneOptions {
  /** Release of the API server. @default {@link KUBE_APISERVER}, the documented one */
  readonly apiServer?: PinnedTool;
  /** @default {@link ETCD} */
  readonly etcd?: PinnedTool;
  /** Addresses of Services. @default {@link DEFAULT_SERVICE_CIDR} */
  readonly serviceCidr?: string;
  /** What answers as pods. @default nothing: there are no nodes */
  readonly podNetwork?: PodNetwork;
  /** Where the building of tools is reported. @default the terminal of the test */
  readonly terminal?: Terminal;
}

/** A running etcd and kube-apiserver: the part of a cluster that admits and stores. There are no controllers, no scheduler and no nodes. */
export interface ControlPlane {
  /** What the API server says it is, such as `v1.29.15`. */
  readonly version: string;
  readonly api: ApiClient;
  /** For other tools: a file with address, certificate and the administrator's token. */
  readonly kubeconfigFile: string;
  readonly processes: readonly BackgroundProcess[];
  /** Holds all of its files; gone once it is stopped. */
  readonly folder: string;
  /** Ends its processes and removes its folder; a second call does nothing. The same happens when the test's process ends, however it ends. */
  stop(): Promise<void>;
}

/**
 * Starts a control plane of its own for a test, on ports of the loopback address.
 * @throws UserError when a tool can't be built; Error with the end of the log when a process ends or isn't ready in {@link READY_TIMEOUT_SECONDS}
 */
export async function startControlPlane(options: ControlPlaneOptions = {}): Promise<ControlPlane> {
  const { apiServer = KUBE_APISERVER, etcd = ETCD, terminal = processTerminal() } = options;
  const programs = { etcd: await goTool(etcd, terminal), apiServer: await goTool(apiServer, terminal) };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(programs, options);
    } catch (error) {
      if (attempt === PORT_ATTEMPTS || !isPortTaken(error)) throw error;
    }
  }
}

/** Whether a process ended because another one listens where it wanted to. */
export function isPortTaken(error: unknown): boolean {
  return error instanceof Error && error.message.includes("address already in use");
}

interface Programs {
  readonly etcd: string;
  readonly apiServer: string;
}

async function startOnce(programs: Programs, options: ControlPlaneOptions): Promise<ControlPlane> {
  const { serviceCidr = DEFAULT_SERVICE_CIDR, podNetwork } = options;
  const [etcd = 0, apiServer = 0] = await freePorts(2);
  const ports = { etcd, apiServer };
  const folder = mkdtempSync(join(tmpdir(), "control-plane-"));
  const processes = new GuardedProcesses(folder);
  try {
    const credentials = writeCredentials(folder);
    const egressFile = podNetwork && join(folder, "egress.json");
    if (egressFile) writeFileSync(egressFile, JSON.stringify(egressConfiguration(podNetwork.socket)));
    const flags = apiServerFlags(folder, ports, credentials, serviceCidr, egressFile);
    // At once: the API server waits for its store by itself.
    const started = [
      processes.start("etcd", programs.etcd, etcdFlags(folder, ports)),
      processes.start("kube-apiserver", programs.apiServer, flags),
    ];
    const certificateFile = join(folder, CERTIFICATE_FOLDER, "apiserver.crt");
    const api = await untilReady(started, async () => {
      if (!existsSync(certificateFile)) return undefined;
      const certificate = readFileSync(certificateFile, "utf8");
      const client = new ApiClient({ port: ports.apiServer, certificate, token: credentials.token });
      await client.raw("/readyz");
      return client;
    });
    const kubeconfigFile = join(folder, "kubeconfig.json");
    const server = `https://${LOOPBACK_ADDRESS}:${ports.apiServer}`;
    writeFileSync(kubeconfigFile, kubeconfig(server, readFileSync(certificateFile, "utf8"), credentials.token), {
      mode: 0o600,
    });
    const { gitVersion } = (await api.raw("/version")) as { gitVersion: string };
    return { version: gitVersion, api, kubeconfigFile, processes: started, folder, stop: () => processes.stop() };
  } catch (error) {
    await processes.stop();
    throw error;
  }
}

/** Asks until there is an answer; ends early when a process does. */
async function untilReady<T>(processes: readonly BackgroundProcess[], ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + READY_TIMEOUT_SECONDS * 1000;
  let last = "no certificate yet";
  for (;;) {
    let answer: T | undefined;
    try {
      answer = await ask();
    } catch (error) {
      last = (error as Error).message;
    }
    // Before the answer is believed: where a port was taken, it is another control plane's.
    const ended = processes.find((process) => !process.isRunning());
    if (ended !== undefined) throw new Error(`${ended.name} ended before it was ready:\n${ended.logTail()}`);
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) {
      const logs = processes.map((process) => `${process.name}:\n${process.logTail()}`);
      throw new Error([`Not ready after ${READY_TIMEOUT_SECONDS} s: ${last}`, ...logs].join("\n"));
    }
    await delay(POLL_MILLISECONDS);
  }
}
