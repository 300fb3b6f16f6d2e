import { parse } from "yaml";
import { METRICS_RULES, metricsConfig } from "../../../../charts/kafka/cluster/metrics-rules";
import { BROKER_METRICS } from "../../../documented/kafka";
import { exported } from "./jmx-exporter";

describe("the rules of the exporter", () => {
  it.each(BROKER_METRICS)("%s: %j", (name, origin) => {
    if (origin === "agent") {
      // No rule makes a second one of the same name.
      expect(METRICS_RULES.map((rule) => rule.name)).not.toContain(name);
    } else if ("attribute" in origin) {
      expect(exported(METRICS_RULES, origin.attribute)).toEqual({ name, labels: origin.labels ?? {} });
    } else {
      const bean = origin.recordedFrom.replace("kafka_log_Log_", "kafka.log<type=Log, name=");
      expect(exported(METRICS_RULES, `${bean}, topic=a.b-c, partition=11><>Value`)).toEqual({
        name: origin.recordedFrom,
        labels: { topic: "a.b-c", partition: "11" },
      });
    }
  });

  it.each([
    "kafka.server<type=BrokerTopicMetrics, name=BytesInPerSec, topic=vantage-order-events><>OneMinuteRate",
    "kafka.server<type=BrokerTopicMetrics, name=BytesInPerSec><>MeanRate",
    "kafka.log<type=Log, name=LogStartOffset, topic=vantage-order-events, partition=0><>Value",
    "java.lang<type=Memory><HeapMemoryUsage>committed",
    "java.lang<type=Threading><>ThreadCount",
  ])("leave out %s", (attribute) => {
    expect(exported(METRICS_RULES, attribute)).toBeUndefined();
  });

  it("are written as block YAML that reads back as they are, names in their own case", () => {
    const text = metricsConfig();
    expect(parse(text)).toEqual({ lowercaseOutputName: false, rules: METRICS_RULES });
    expect(text.split("\n").slice(0, 5)).toEqual([
      "lowercaseOutputName: false",
      "rules:",
      "  - pattern: java.lang<type=Memory><HeapMemoryUsage>(used|max)",
      "    name: jvm_memory_heap_$1_bytes",
      "    type: GAUGE",
    ]);
  });
});
