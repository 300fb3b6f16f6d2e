import { strimziMetricsConfigs } from "../../../charts/checks/strimzi-metrics-configs";
import { changedCluster, found, foundAfter } from "./kafka-fixture";

const reference = ["spec", "kafka", "metricsConfig", "valueFrom", "configMapKeyRef"];
const AT = "Kafka log at spec.kafka.metricsConfig.valueFrom.configMapKeyRef";

describe("strimzi-metrics-configs", () => {
  it.each([
    ["log", [...reference, "name"], "other", `${AT}: ConfigMap other does not exist in the namespace`],
    ["rules", ["metadata", "namespace"], "default", `${AT}: ConfigMap rules does not exist in the namespace`],
    ["log", [...reference, "key"], "other.yml", `${AT}: ConfigMap rules does not contain the key other.yml`],
  ])("finds what isn't there: %s %j", (name, path, value, expected) => {
    expect(foundAfter(strimziMetricsConfigs, [name, path, value])).toEqual([expected]);
  });

  it.each(["rules: [", "just words", "- a list"])("finds what can't be read: %s", (text) => {
    expect(foundAfter(strimziMetricsConfigs, ["rules", ["data", "rules.yml"], text])).toEqual([
      'ConfigMap rules at data["rules.yml"]: is not a YAML mapping of the exporter\'s settings',
    ]);
  });

  it("looks at Cruise Control and Connect as well", () => {
    const metricsConfig = { valueFrom: { configMapKeyRef: { name: "none", key: "none" } } };
    const connect = {
      apiVersion: "kafka.strimzi.io/v1beta2",
      kind: "KafkaConnect",
      metadata: { name: "connect", namespace: "kafka-prod" },
      spec: { metricsConfig },
    };
    const objects = changedCluster(["log", ["spec", "cruiseControl", "metricsConfig"], metricsConfig]);
    expect(found(strimziMetricsConfigs, [...objects, connect])).toEqual([
      "Kafka log at spec.cruiseControl.metricsConfig.valueFrom.configMapKeyRef: ConfigMap none does not exist in the namespace",
      "KafkaConnect connect at spec.metricsConfig.valueFrom.configMapKeyRef: ConfigMap none does not exist in the namespace",
    ]);
  });

  it("lets a cluster be without metrics", () => {
    expect(foundAfter(strimziMetricsConfigs, ["log", ["spec", "kafka", "metricsConfig"]])).toEqual([]);
  });
});
