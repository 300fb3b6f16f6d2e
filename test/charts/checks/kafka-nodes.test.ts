import { kafkaNodes } from "../../../charts/checks/kafka-nodes";
import { entry } from "../../config/checks/prod-findings";
import { prodWith } from "../../infra/prod-platform";
import type { Change } from "./changed-objects";
import { changedCluster, found, foundAfter } from "./kafka-fixture";

const affinity = ["spec", "kafka", "template", "pod", "affinity"];
const six: Change = ["more", ["spec", "replicas"], 3];

describe("kafka-nodes", () => {
  it("finds more pods than nodes where each needs its own", () => {
    expect(foundAfter(kafkaNodes, six)).toEqual([
      "Kafka log at metadata.name: 6 pods, one a node, on the 5 nodes of worker-kafka-v2",
    ]);
    expect(foundAfter(kafkaNodes, six, ["log", [...affinity, "podAntiAffinity"]])).toEqual([]);
    expect(foundAfter(kafkaNodes, six, ["log", [...affinity, "nodeAffinity"]])).toEqual([]);
  });

  describe("of a pool with a taint", () => {
    const taint = { key: "dedicated", value: "kafka", effect: "NoSchedule" as const };
    const tainted = prodWith(({ nodePools }) =>
      Object.assign(entry(nodePools, "worker-kafka-v2"), { taints: [taint] }),
    );
    const tolerating = (toleration: object) =>
      changedCluster(["log", ["spec", "kafka", "template", "pod", "tolerations"], [toleration]]);
    const expected = ["both", "more"].map(
      (name) =>
        `KafkaNodePool ${name} at metadata.name: its pods don't tolerate the taint dedicated=kafka:NoSchedule of worker-kafka-v2`,
    );

    it.each([
      { key: "dedicated", value: "redis" },
      { key: "dedicated", operator: "Exists", effect: "NoExecute" },
      { key: "other", operator: "Exists" },
    ])("finds that %j doesn't tolerate it", (toleration) => {
      expect(found(kafkaNodes, tolerating(toleration), tainted)).toEqual(expected);
    });

    it.each([
      { key: "dedicated", value: "kafka", effect: "NoSchedule" },
      { key: "dedicated", operator: "Exists" },
      { operator: "Exists" },
    ])("takes %j", (toleration) => {
      expect(found(kafkaNodes, tolerating(toleration), tainted)).toEqual([]);
    });

    it("lets a preference be", () => {
      const preferred = prodWith(({ nodePools }) =>
        Object.assign(entry(nodePools, "worker-kafka-v2"), { taints: [{ ...taint, effect: "PreferNoSchedule" }] }),
      );
      expect(found(kafkaNodes, changedCluster(), preferred)).toEqual([]);
    });
  });
});
