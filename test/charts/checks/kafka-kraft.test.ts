import { kafkaKraft } from "../../../charts/checks/kafka-kraft";
import { foundAfter } from "./kafka-fixture";

const NEEDS = "without ZooKeeper the operator needs strimzi.io/kraft and strimzi.io/node-pools";

describe("kafka-kraft", () => {
  it.each(["strimzi.io/kraft", "strimzi.io/node-pools"])("finds a want of %s", (annotation) => {
    const path = ["metadata", "annotations", annotation];
    const expected = [`Kafka log at metadata.annotations["${annotation}"]: ${annotation} is not enabled: ${NEEDS}`];
    expect(foundAfter(kafkaKraft, ["log", path])).toEqual(expected);
    expect(foundAfter(kafkaKraft, ["log", path, "disabled"])).toEqual(expected);
  });

  it("finds no pool of a role that has nodes", () => {
    expect(foundAfter(kafkaKraft, ["both", ["spec", "roles"], ["broker"]])).toEqual([
      "Kafka log at metadata.name: no KafkaNodePool of the cluster has the role controller",
    ]);
    expect(
      foundAfter(kafkaKraft, ["both", ["spec", "roles"], ["controller"]], ["more", ["spec", "replicas"], 0]),
    ).toEqual(["Kafka log at metadata.name: no KafkaNodePool of the cluster has the role broker"]);
  });

  it("counts pools of this cluster only", () => {
    const other = ["metadata", "labels", "strimzi.io/cluster"];
    expect(foundAfter(kafkaKraft, ["both", other, "another"], ["more", ["spec", "roles"], ["broker"]])).toEqual([
      "Kafka log at metadata.name: no KafkaNodePool of the cluster has the role controller",
    ]);
  });

  it("leaves a cluster with ZooKeeper alone", () => {
    const zookeeper = { replicas: 3, storage: { type: "ephemeral" } };
    expect(
      foundAfter(kafkaKraft, ["log", ["spec", "zookeeper"], zookeeper], ["log", ["metadata", "annotations"]]),
    ).toEqual([]);
  });
});
