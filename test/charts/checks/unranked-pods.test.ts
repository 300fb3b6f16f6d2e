import { unrankedPods } from "../../../charts/checks/unranked-pods";
import type { KubeObject } from "../../../charts/kube-object";
import { messagesIn, workload } from "./workload-fixture";

const ranked = { spec: { priorityClassName: "platform-data" } };
const template = { template: { pod: { priorityClassName: "platform-service" } } };
const strimzi = (kind: string, spec: object): KubeObject => ({
  apiVersion: "kafka.strimzi.io/v1beta2",
  kind,
  metadata: { name: "log", namespace: "a" },
  spec,
});

describe("check unranked-pods", () => {
  it.each(["Deployment", "StatefulSet", "DaemonSet"])("holds for a %s with a class", (kind) => {
    expect(messagesIn(unrankedPods, { ...workload(ranked), kind })).toEqual([]);
  });

  it("leaves alone what runs to its end", () => {
    expect(messagesIn(unrankedPods, { ...workload(), apiVersion: "batch/v1", kind: "Job" })).toEqual([]);
  });

  it("holds for Strimzi's pods with a class", () => {
    expect(messagesIn(unrankedPods, strimzi("Kafka", { kafka: template, cruiseControl: template }))).toEqual([]);
    expect(messagesIn(unrankedPods, strimzi("KafkaConnect", template))).toEqual([]);
  });

  it.each(["Deployment", "StatefulSet", "DaemonSet"])("finds a %s without", (kind) => {
    expect(messagesIn(unrankedPods, { ...workload(), kind })).toEqual(["its pods name no priority class"]);
  });

  it.each([
    ["brokers", strimzi("Kafka", { kafka: {} }), ["kafka's pods name no priority class"]],
    [
      "a tool",
      strimzi("Kafka", { kafka: template, entityOperator: {} }),
      ["entityOperator's pods name no priority class"],
    ],
    ["workers", strimzi("KafkaConnect", {}), ["KafkaConnect's pods name no priority class"]],
  ])("finds %s without", (_, object, messages) => {
    expect(messagesIn(unrankedPods, object)).toEqual(messages);
  });
});
