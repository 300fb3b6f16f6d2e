import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Lab } from "../../charts/lab/lab";
import type { StaticTarget } from "../../charts/lab/monitoring/discovery";
import { LOOPBACK_ADDRESS } from "../../test/free-ports";
import { CLUSTER_JOBS, type ClusterJob, clusterTargetLabels, statedSeries } from "./stated-series";

/** The stated exporters, served. */
export interface StatedExporter {
  /** Their targets, by job. */
  readonly targets: Readonly<Record<ClusterJob, readonly StaticTarget[]>>;
  stop(): void;
}

/** Serves {@link statedSeries} on one free port of the loopback address: each job has a path of its own there. */
export async function startStatedExporter(lab: Lab, pods: readonly string[]): Promise<StatedExporter> {
  const started = performance.now();
  const server = createServer((request, response) => {
    const job = CLUSTER_JOBS.find((name) => request.url === pathOf(name));
    if (job === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader("content-type", "text/plain; version=0.0.4");
    response.end(statedSeries(lab, pods, (performance.now() - started) / 1000)[job]);
  }).listen(0, LOOPBACK_ADDRESS);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const target = (job: ClusterJob): StaticTarget => ({
    address: `${LOOPBACK_ADDRESS}:${port}`,
    // A label of this name is the path that is read; it is none of the series' labels.
    labels: { ...clusterTargetLabels(job), __metrics_path__: pathOf(job) },
  });
  const targets = Object.fromEntries(CLUSTER_JOBS.map((job) => [job, [target(job)]])) as unknown as Readonly<
    Record<ClusterJob, readonly StaticTarget[]>
  >;
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { targets, stop };
}

function pathOf(job: ClusterJob): string {
  return `/${job}`;
}
