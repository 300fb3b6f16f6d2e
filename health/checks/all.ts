import type { Check, Judgement } from "../check";
import type { ClusterReader } from "../cluster-reader";
import type { Expectation } from "../expectation";
import { alertmanager } from "./alertmanager";
import { apiServer } from "./api-server";
import { certificates } from "./certificates";
import { endpoints } from "./endpoints";
import { grafana } from "./grafana";
import { nodeUsage } from "./node-usage";
import { nodes } from "./nodes";
import { pods } from "./pods";
import { prometheus } from "./prometheus";
import { prometheusTargets } from "./prometheus-targets";
import { workloads } from "./workloads";

/** A check whose reading is its own affair. */
export interface AnyCheck {
  readonly name: string;
  run(cluster: ClusterReader, expectation: Expectation): Promise<readonly Judgement[]>;
}

/** The morning check, in the order of document 003, section 1: the cluster, the monitoring stack, what runs on it; then what is looked at once a month. */
export const ALL_CHECKS: readonly AnyCheck[] = [
  whole(apiServer),
  whole(nodes),
  whole(nodeUsage),
  whole(pods),
  whole(prometheus),
  whole(prometheusTargets),
  whole(grafana),
  whole(alertmanager),
  whole(workloads),
  whole(endpoints),
  whole(certificates),
];

function whole<Reading>({ name, read, judge }: Check<Reading>): AnyCheck {
  return { name, run: async (cluster, expectation) => judge(await read(cluster, expectation), expectation) };
}
