import { kafkaClusterAcls } from "../../../charts/checks/kafka-cluster-acls";
import type { Change } from "./changed-objects";
import { foundAfter } from "./kafka-fixture";

const OPEN = [
  'Kafka log at spec.kafka.config["allow.everyone.if.no.acl.found"]: no KafkaUser\'s access list names the cluster: everybody may write access lists for it',
];
const acls: Change = ["reader", ["spec", "authorization", "acls"], [{ resource: { type: "topic", name: "events" } }]];

describe("kafka-cluster-acls", () => {
  it("finds that everybody may do everything with the cluster", () => {
    expect(foundAfter(kafkaClusterAcls, acls)).toEqual(OPEN);
    expect(foundAfter(kafkaClusterAcls, ["reader", ["spec", "authorization"]])).toEqual(OPEN);
    expect(foundAfter(kafkaClusterAcls, ["reader", ["metadata", "labels", "strimzi.io/cluster"], "other"])).toEqual(
      OPEN,
    );
  });

  it("asks for it only where everybody is let at what no list names", () => {
    const closed: Change = ["log", ["spec", "kafka", "config", "allow.everyone.if.no.acl.found"], false];
    expect(foundAfter(kafkaClusterAcls, acls, closed)).toEqual([]);
    expect(foundAfter(kafkaClusterAcls, acls, ["log", ["spec", "kafka", "authorization"]])).toEqual([]);
  });
});
