import { schemaStorage } from "../../../charts/checks/schema-storage";
import type { KubeObject } from "../../../charts/kube-object";
import { found } from "./kafka-fixture";

const SERVERS = { name: "SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS", value: "SSL://log:9093" };

function registry(...more: readonly { readonly name: string; readonly value: string }[]): KubeObject {
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "registry", namespace: "streams" },
    spec: { template: { spec: { containers: [{ name: "registry", env: [SERVERS, ...more] }] } } },
  };
}

function topic(name: string, spec: object = {}, namespace = "streams"): KubeObject {
  const config = { "cleanup.policy": "compact" };
  return {
    apiVersion: "kafka.strimzi.io/v1beta2",
    kind: "KafkaTopic",
    metadata: { name, namespace },
    spec: { partitions: 1, config, ...spec },
  };
}

const schemas = (spec: object = {}) => topic("schemas", { topicName: "_schemas", ...spec });

describe("schema-storage", () => {
  it("is content with a compacted topic of one partition, by default _schemas", () => {
    expect(found(schemaStorage, [registry(), schemas()])).toEqual([]);
    const named = { name: "SCHEMA_REGISTRY_KAFKASTORE_TOPIC", value: "forms" };
    expect(found(schemaStorage, [registry(named), topic("forms")])).toEqual([]);
  });

  it.each([
    [
      'KafkaTopic schemas at spec.config["cleanup.policy"]: is delete; a registry\'s topic is compact',
      { config: { "cleanup.policy": "delete" } },
    ],
    [
      'KafkaTopic schemas at spec.config["cleanup.policy"]: is compact,delete; a registry\'s topic is compact',
      { config: { "cleanup.policy": "compact,delete" } },
    ],
    ['KafkaTopic schemas at spec.config["cleanup.policy"]: is missing; a registry\'s topic is compact', { config: {} }],
    ["KafkaTopic schemas at spec.partitions: is 3; a registry's topic has one partition", { partitions: 3 }],
  ])("finds: %s", (message, spec) => {
    expect(found(schemaStorage, [registry(), schemas(spec)])).toEqual([message]);
  });

  it.each([
    ["no topic", []],
    ["one of another name", [topic("forms")]],
    ["one of another namespace", [topic("_schemas", {}, "other")]],
  ])("finds %s", (_, topics) => {
    expect(found(schemaStorage, [registry(), ...topics])).toEqual([
      "Deployment registry at spec: there is no KafkaTopic _schemas, which it stores everything in",
    ]);
  });

  it("asks nothing of other Deployments", () => {
    const other = { ...registry(), spec: { template: { spec: { containers: [{ name: "web" }] } } } };
    expect(found(schemaStorage, [other])).toEqual([]);
  });
});
