import { mkdirSync, mkdtempSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Lab } from "../../charts/lab/lab";
import { SHOP } from "../../charts/lab/shop/names";
import { goTool } from "../../sandbox/engine/go-tool";
import type { Terminal } from "../../sandbox/engine/terminal";
import { isPortTaken, PORT_ATTEMPTS } from "../../test/cluster/control-plane/control-plane";
import { type BackgroundProcess, GuardedProcesses } from "../../test/cluster/control-plane/guarded-processes";
import { freePorts, LOOPBACK_ADDRESS } from "../../test/free-ports";
import { ALERTMANAGER, PODINFO, PROMETHEUS } from "../../test/tools/tools";
import { startWebhookReceiver, type WebhookReceiver } from "../alerts/webhook-receiver";
import { hurriedRate } from "../lab-time";
import { startTraffic, type Traffic } from "../traffic/traffic";
import { alertmanagerFlags, backendFlags, prometheusFlags, writeConfiguration, writeRules } from "./configuration";
import { answers } from "./http-answer";
import { PrometheusApi } from "./prometheus-api";
import { startStatedExporter } from "./stated-exporter";
import { untilTrue } from "./until-true";

/** Where runs keep their configuration, data and logs, each in a folder of its own that is gone when the run is over. */
export const LAB_FOLDER = resolve(__dirname, "../../.sandbox/lab");

/** The tools that the lab is made of. */
export const LAB_TOOLS = [PODINFO, PROMETHEUS, ALERTMANAGER] as const;

/** The lab as processes of this machine. */
export interface RunningLab {
  readonly prometheus: PrometheusApi;
  readonly webhook: WebhookReceiver;
  readonly traffic: Traffic;
  readonly processes: readonly BackgroundProcess[];
  readonly folder: string;
  /** Ends every process by its id, and removes the folder. The same happens when this process ends, however it ends. */
  stop(): Promise<void>;
}

/**
 * Starts the lab: as many processes of the backend as it has pods at the least, the traffic generator, Prometheus and Alertmanager, on free ports of the
 * loopback address. It is ready when every target has been read and every rule has been evaluated.
 *
 * @throws UserError when a tool can't be built; Error with the end of the log when a process ends or isn't ready in time
 */
export async function startLab(lab: Lab, terminal: Terminal): Promise<RunningLab> {
  const programs: string[] = [];
  for (const tool of LAB_TOOLS) programs.push(await goTool(tool, terminal));
  terminal.progress("Starting the backend, Prometheus and Alertmanager");
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(lab, programs);
    } catch (error) {
      if (attempt === PORT_ATTEMPTS || !isPortTaken(error)) throw error;
    }
  }
}

async function startOnce(lab: Lab, [podinfo = "", prometheusServer = "", alertmanagerServer = ""]: readonly string[]) {
  mkdirSync(LAB_FOLDER, { recursive: true });
  const folder = mkdtempSync(join(LAB_FOLDER, "run-"));
  const guarded = new GuardedProcesses(folder);
  const stops: (() => void)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0)) end();
    await guarded.stop();
  };
  try {
    const { minReplicas } = lab.shop.backend;
    const addresses = (await freePorts(minReplicas + 2)).map((port) => `${LOOPBACK_ADDRESS}:${port}`);
    const [prometheusAt = "", alertmanagerAt = "", ...backends] = addresses;
    const pods = backends.map((_, index) => `${SHOP.backend}-${index}`);
    const webhook = await startWebhookReceiver();
    stops.push(webhook.stop);
    const exporter = await startStatedExporter(lab, pods);
    stops.push(exporter.stop);
    const targets = {
      prometheus: [{ address: prometheusAt }],
      alertmanager: [{ address: alertmanagerAt }],
      backend: backends.map((address, index) => ({
        address,
        labels: { namespace: lab.shop.namespace, pod: pods[index] ?? "" },
      })),
      ...exporter.targets,
    };
    writeConfiguration(lab, folder, { targets, alertmanagers: [alertmanagerAt] }, webhook.receivers);
    const processes = [
      ...backends.map((address, index) =>
        guarded.start(pods[index] ?? "", podinfo, backendFlags(LOOPBACK_ADDRESS, Number(address.split(":")[1]))),
      ),
      guarded.start("alertmanager", alertmanagerServer, alertmanagerFlags(folder, alertmanagerAt)),
      guarded.start("prometheus", prometheusServer, prometheusFlags(folder, prometheusAt)),
    ];
    const ready = [
      ...backends.map((address) => `http://${address}/readyz`),
      ...[alertmanagerAt, prometheusAt].map((address) => `http://${address}/-/ready`),
    ];
    await untilTrue("every server answers", processes, async () =>
      (await Promise.all(ready.map(answers))).every(Boolean),
    );
    const { requestsPerSecond, timeoutSeconds, mix } = lab.shop.traffic;
    const traffic = startTraffic({ backends, requestsPerSecond: hurriedRate(requestsPerSecond), timeoutSeconds, mix });
    stops.push(traffic.stop);
    const prometheus = new PrometheusApi(prometheusAt);
    await untilTrue("every target is read", processes, async () => {
      const read = await prometheus.targets();
      return read.length > 0 && read.every(({ health }) => health === "up");
    });
    await loadRules(lab, folder, prometheus, processes);
    return { prometheus, webhook, traffic, processes, folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Gives Prometheus its rules once it has read the backend. A server that has just started evaluates them before its first scrape, and then the
 * backend counts as unavailable: a moment in thirty days, but a large share of the few seconds that there are of a run.
 */
async function loadRules(
  lab: Lab,
  folder: string,
  prometheus: PrometheusApi,
  processes: readonly BackgroundProcess[],
): Promise<void> {
  const count = writeRules(lab, folder);
  const server = processes.find(({ name }) => name === "prometheus");
  if (server !== undefined) process.kill(server.pid, "SIGHUP");
  await untilTrue("every rule is evaluated", processes, async () => {
    const rules = await prometheus.rules();
    return rules.count === count && rules.healthy === count;
  });
}
