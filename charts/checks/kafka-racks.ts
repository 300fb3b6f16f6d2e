import { valueAt } from "../kube-object";
import type { ManifestCheck } from "./check";
import { finding } from "./object-readers";
import { brokerCount, strimziObjects } from "./strimzi-objects";

/** Judges clusters with spec.kafka.rack by the zones of the stack's network. */
export const kafkaRacks: ManifestCheck = {
  title: "A cluster that spreads replicas over zones has equally many brokers in each",
  severity: "medium",
  why: "A zone with fewer brokers carries as many replicas as the others on fewer disks.",
  remediation: "Make the number of brokers a multiple of the number of zones.",
  source:
    "Apache Kafka 3.7, documentation, Balancing replicas across racks; compatibility page, S15; docs/decisions.md, B4",
  link: "https://strimzi.io/docs/operators/0.42.0/configuring#type-Rack-reference",
  find: ({ objects, platform }) => {
    const zones = platform.network.zones.length;
    return strimziObjects(objects, "Kafka")
      .filter((kafka) => valueAt(kafka, ["spec", "kafka", "rack"]) !== undefined)
      .filter((kafka) => brokerCount(kafka, objects) % zones !== 0)
      .map((kafka) =>
        finding(
          kafka,
          ["spec", "kafka", "rack"],
          `${brokerCount(kafka, objects)} brokers can't be spread evenly over ${zones} zones`,
        ),
      );
  },
};
