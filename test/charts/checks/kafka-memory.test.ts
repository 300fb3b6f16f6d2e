import { kafkaMemory } from "../../../charts/checks/kafka-memory";
import { foundAfter } from "./kafka-fixture";

const heap = ["spec", "kafka", "jvmOptions", "-Xmx"];

describe("kafka-memory", () => {
  it("finds a heap that leaves no page cache", () => {
    expect(foundAfter(kafkaMemory, ["log", heap, "13g"])).toEqual([
      "Kafka log at spec.kafka.jvmOptions.-Xmx: heap 13g is 81 % of the limit 16Gi; at most 75 %, the rest is page cache",
    ]);
    expect(foundAfter(kafkaMemory, ["log", heap, "12288m"])).toEqual([]);
  });

  it("finds a heap that nobody chose", () => {
    expect(foundAfter(kafkaMemory, ["log", heap])).toEqual([
      "Kafka log at spec.kafka.jvmOptions.-Xmx: no -Xmx: the heap would be a share of the limit that nobody chose",
    ]);
  });

  it("finds a broker without a limit", () => {
    expect(foundAfter(kafkaMemory, ["log", ["spec", "kafka", "resources", "limits"]])).toEqual([
      "Kafka log at spec.kafka.resources: no memory limit: a broker can take its whole node",
    ]);
  });

  it("holds a pool with a heap of its own to its own limit, or to the cluster's", () => {
    const own = ["more", ["spec", "jvmOptions"], { "-Xmx": "16g" }] as const;
    expect(foundAfter(kafkaMemory, own)).toEqual([
      "KafkaNodePool more at spec.jvmOptions.-Xmx: heap 16g is 100 % of the limit 16Gi; at most 75 %, the rest is page cache",
    ]);
    expect(foundAfter(kafkaMemory, own, ["more", ["spec", "resources"], { limits: { memory: "24Gi" } }])).toEqual([]);
  });
});
