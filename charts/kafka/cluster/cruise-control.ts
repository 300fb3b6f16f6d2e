import type { PlatformWith } from "../../../config/parts";
import { GOAL_PACKAGE } from "../../../config/reference/cruise-control";
import { NETWORK_BASELINE_GBPS } from "../../../config/reference/network-baseline";

/**
 * The goals as Cruise Control reads them: full names with commas, in order of rank. Printed as a folded block, which is why the value ends with
 * a line break; Kafka's list parser trims it.
 *
 * Source: document 002, section 4 (cruiseControl.config.goals).
 */
export function goalList({ kafka }: PlatformWith<"kafka">): string {
  return `${kafka.goals.map((goal) => `${GOAL_PACKAGE}${goal}`).join(", ")}\n`;
}

/**
 * What Cruise Control asks for: without it the pod would be the first to be evicted, and its heap whatever Java makes of the node. Strimzi gives it 75 % of the memory
 * as heap, so that no heap is stated here. Its model of ten topics and five brokers is small; the memory is for the hours of samples that it keeps.
 *
 * Source: strimzi-kafka-operator 0.42.0, CruiseControl.getEnvVars (ModelUtils.heapOptions, 75 %); Kubernetes, Node-pressure Eviction.
 */
export const CRUISE_CONTROL_RESOURCES = {
  requests: { cpu: "500m", memory: "2Gi" },
  limits: { cpu: "1", memory: "2Gi" },
} as const;

/**
 * Bandwidth of a broker, each way, as Cruise Control is told it: the baseline of the slowest type in the brokers' pool, rounded down to
 * thousands of KiB/s. Without it Strimzi states 10000KiB/s, a fraction of what the brokers carry, and no proposal meets the network goals.
 *
 * Source: compatibility page, S11; strimzi-kafka-operator 0.42.0, Capacity (DEFAULT_BROKER_INBOUND_NETWORK_CAPACITY_IN_KIB_PER_SECOND).
 *
 * @throws {Error} for a pool whose bandwidth isn't known; the checks of the stack file have refused it before.
 */
export function brokerBandwidth({ kafka, nodePools }: PlatformWith<"kafka">): string {
  const gbps = (nodePools[kafka.nodePool]?.instanceTypes ?? []).map((type) => NETWORK_BASELINE_GBPS[type] ?? 0);
  const slowest = Math.min(...gbps);
  if (!(slowest > 0 && slowest < Number.POSITIVE_INFINITY)) {
    throw new Error(`vantage:kafka.nodePool: the bandwidth of ${kafka.nodePool} is not known.`);
  }
  return `${Math.floor(kibPerSecond(slowest) / 1_000) * 1_000}KiB/s`;
}

/** KiB/s of a bandwidth in Gbit/s: 10^9 bits against 2^13. */
export function kibPerSecond(gbps: number): number {
  return (gbps * 1e9) / 8 / 1_024;
}
