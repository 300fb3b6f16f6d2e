import { NETWORK_BASELINE_GBPS } from "../../config/reference/network-baseline";
import { type KubeObject, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding, Manifests } from "./check";
import { finding, textAt } from "./object-readers";
import { membersOf, podTemplate, requiredNodePools, strimziObjects } from "./strimzi-objects";

const BYTES = { "": 1, K: 1e3, M: 1e6, G: 1e9, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30 } as const;
const CAPACITY = ["spec", "cruiseControl", "brokerCapacity"] as const;

/** Goals that go by the bandwidth of a broker, with the setting that states it. */
const DIRECTIONS = {
  inboundNetwork: "NetworkInboundCapacityGoal",
  outboundNetwork: "NetworkOutboundCapacityGoal",
} as const;

/** Judges brokerCapacity by the slowest instance type that a broker may be on. */
export const cruiseControlCapacity: ManifestCheck = {
  title: "Where Cruise Control goes by the bandwidth of brokers, it knows it, and it is no more than their nodes have",
  severity: "medium",
  why: "Strimzi states 10000KiB/s for every broker: with real traffic no proposal meets the goals, and none is made.",
  remediation:
    "Set inboundNetwork and outboundNetwork of spec.cruiseControl.brokerCapacity to at most the baseline bandwidth of the slowest node.",
  source: "strimzi-kafka-operator 0.42.0, Capacity; compatibility page, S11",
  link: "https://strimzi.io/docs/operators/0.42.0/configuring#property-cruise-control-broker-capacity-reference",
  find: ({ objects, platform }) =>
    strimziObjects(objects, "Kafka")
      .filter((kafka) => valueAt(kafka, ["spec", "cruiseControl"]) !== undefined)
      .flatMap((kafka) => {
        const baseline = bytesPerSecond(kafka, objects, platform);
        return Object.entries(DIRECTIONS)
          .filter(([, goal]) => hasGoal(kafka, goal))
          .flatMap(([key, goal]) => judge(kafka, key, goal, baseline));
      }),
};

function hasGoal(kafka: KubeObject, goal: string): boolean {
  const goals = valueAt(kafka, ["spec", "cruiseControl", "config", "goals"]);
  // All of them, where none is named.
  return typeof goals !== "string" || goals.includes(goal);
}

function judge(kafka: KubeObject, key: string, goal: string, baseline: number): readonly ManifestFinding[] {
  const path = [...CAPACITY, key];
  const text = textAt(kafka, path);
  const [, count, unit = ""] = /^(\d+)([KMG]i?)?B\/s$/.exec(text) ?? [];
  if (count === undefined) {
    return [finding(kafka, path, `${key} is missing: ${goal} would go by Strimzi's default of 10000KiB/s`)];
  }
  return Number(count) * BYTES[unit as keyof typeof BYTES] <= baseline
    ? []
    : [finding(kafka, path, `${text} is more than the nodes have at all times: ${baseline / 1e6} MB/s`)];
}

/** Bandwidth of the slowest node that a pod of the cluster can be on, in bytes each second; without end where it isn't known. */
function bytesPerSecond(kafka: KubeObject, objects: readonly KubeObject[], platform: Manifests["platform"]): number {
  const gbps = membersOf(kafka, objects, "KafkaNodePool")
    .flatMap((pool) => requiredNodePools(podTemplate(kafka, pool), platform))
    .flatMap((name) => platform.nodePools[name]?.instanceTypes ?? [])
    .flatMap((type) => NETWORK_BASELINE_GBPS[type] ?? []);
  return (Math.min(...gbps) * 1e9) / 8;
}
