import { strimziResources } from "../../../charts/checks/strimzi-resources";
import type { KubeObject } from "../../../charts/kube-object";
import type { Change } from "./changed-objects";
import { found, foundAfter } from "./kafka-fixture";

const NONE = "requests.cpu, requests.memory, limits.cpu, limits.memory";
const workers = (resources: object): KubeObject => ({
  apiVersion: "kafka.strimzi.io/v1beta2",
  kind: "KafkaConnect",
  metadata: { name: "movers", namespace: "kafka-prod" },
  spec: { replicas: 2, resources },
});

describe("strimzi-resources", () => {
  it.each<[string, Change, readonly string[]]>([
    [
      "Cruise Control without any",
      ["log", ["spec", "cruiseControl", "resources"]],
      [`Kafka log at spec.cruiseControl.resources: cruiseControl has no ${NONE}`],
    ],
    [
      "Cruise Control without a limit of memory",
      ["log", ["spec", "cruiseControl", "resources", "limits", "memory"]],
      ["Kafka log at spec.cruiseControl.resources: cruiseControl has no limits.memory"],
    ],
    [
      "half of the entity operator without any",
      ["log", ["spec", "entityOperator", "userOperator"], {}],
      [`Kafka log at spec.entityOperator.userOperator.resources: userOperator has no ${NONE}`],
    ],
    [
      "brokers without requests, in both pools",
      ["log", ["spec", "kafka", "resources", "requests"]],
      ["both", "more"].map(
        (pool) => `Kafka log at spec.kafka.resources: pool ${pool} has no requests.cpu, requests.memory`,
      ),
    ],
    [
      "a pool whose own amounts aren't complete",
      ["more", ["spec", "resources"], { limits: { memory: "1Gi", cpu: "1" }, requests: { cpu: "1" } }],
      ["KafkaNodePool more at spec.resources: pool more has no requests.memory"],
    ],
  ])("finds %s", (_, change, expected) => {
    expect(foundAfter(strimziResources, change)).toEqual(expected);
  });

  it("finds workers of Connect without any", () => {
    const amount = { cpu: "1", memory: "1Gi" };
    expect(found(strimziResources, [workers({})])).toEqual([
      `KafkaConnect movers at spec.resources: KafkaConnect has no ${NONE}`,
    ]);
    expect(found(strimziResources, [workers({ requests: amount, limits: amount })])).toEqual([]);
  });
});
