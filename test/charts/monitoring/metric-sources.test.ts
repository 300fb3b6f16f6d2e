import { selectors } from "../../../charts/checks/promql-selectors";
import { METRICS_RULES } from "../../../charts/kafka/cluster/metrics-rules";
import { CONNECT_METRICS_RULES } from "../../../charts/kafka/connect/metrics";
import { type KubeObject, valueAt } from "../../../charts/kube-object";
import { METRIC_SOURCES, METRICS_COMPONENTS, type Presence } from "../../../charts/monitoring/metric-sources";
import { deployableRendering } from "../../../charts/synthesize";
import { prodPlatform } from "../../infra/prod-platform";
import { deployedRules } from "./rules-under-test";

const prod = prodPlatform();
const rules = deployedRules(prod);
const recorded = new Set(rules.flatMap(({ record }) => record ?? []));
const read = new Set(rules.flatMap(({ expr }) => selectors(expr).map(({ metric }) => metric)));
const exported = [...read].filter((metric) => !recorded.has(metric)).sort();

describe("metrics with a source", () => {
  test.each(exported)("%s", (metric) => {
    expect(Object.keys(METRIC_SOURCES)).toContain(metric);
  });

  test("no source is declared for what no rule reads", () => {
    expect(Object.keys(METRIC_SOURCES).sort()).toEqual(exported);
  });

  test("nothing is recorded under a name that something exports", () => {
    expect([...recorded].filter((metric) => metric in METRIC_SOURCES)).toEqual([]);
  });
});

describe("components that export them are part of the stack", () => {
  const objects = deployableRendering(prod).flatMap((rendering) => rendering.objects);
  const components = Object.entries(METRICS_COMPONENTS) as [string, { readonly presence: Presence }][];

  test.each(components)("%s", (_, { presence }) => {
    expect(missing(presence, objects)).toEqual([]);
  });

  test("each is missed by a metric of its own, but the handler of spot nodes, of which there may be none", () => {
    const declared = Object.entries(METRICS_COMPONENTS).map(
      ([name, component]) => [name, "always" in component ? METRIC_SOURCES[component.always] : undefined] as const,
    );
    expect(declared.filter(([name, source]) => source !== name)).toEqual([["termination-handler", undefined]]);
    const expr = rules.find(({ alert }) => alert === "MetricsMissing")?.expr ?? "";
    const missed = [...expr.matchAll(/absent\((\w+)\), "component", "([\w-]+)"/g)].map(([, metric, name]) => [
      name,
      METRIC_SOURCES[metric ?? ""],
    ]);
    expect(missed).toEqual(declared.filter(([, source]) => source !== undefined));
  });

  test("each exports something that a rule reads", () => {
    expect([...new Set(Object.values(METRIC_SOURCES))].sort()).toEqual(Object.keys(METRICS_COMPONENTS).sort());
  });

  test("only etcd, which the documents show outside the cluster, isn't run by it", () => {
    expect(components.filter(([, { presence }]) => "outside" in presence).map(([name]) => name)).toEqual(["etcd-prod"]);
  });
});

/** What of a component's presence isn't there. */
function missing(presence: Presence, objects: readonly KubeObject[]): readonly string[] {
  if ("addOn" in presence) return presence.addOn in prod.addOns.releases ? [] : [`release ${presence.addOn}`];
  if ("section" in presence) return Object.keys(prod[presence.section]).length > 0 ? [] : [presence.section];
  if ("outside" in presence) return [];
  if ("container" in presence) {
    const names = objects.flatMap((object) =>
      ((valueAt(object, ["spec", "template", "spec", "containers"]) ?? []) as { name: string }[]).map(
        ({ name }) => name,
      ),
    );
    return names.includes(presence.container) ? [] : [`container ${presence.container}`];
  }
  const found = objects.filter(({ kind }) => kind === presence.kind);
  const without = found.filter((object) => presence.path !== undefined && valueAt(object, presence.path) === undefined);
  return found.length > 0 ? without.map(({ metadata }) => `metrics of ${metadata.name}`) : [presence.kind];
}

describe("names that the JMX exporter makes", () => {
  const KAFKA_BEANS: Readonly<Record<string, string>> = {
    kafka_log_Log_Size: "kafka.log<type=Log, name=Size, topic=vantage-order-events, partition=0><>Value: 1",
    kafka_log_Log_NumLogSegments:
      "kafka.log<type=Log, name=NumLogSegments, topic=vantage-order-events, partition=0><>Value: 1",
    kafka_server_ReplicaManager_UnderReplicatedPartitions:
      "kafka.server<type=ReplicaManager, name=UnderReplicatedPartitions><>Value: 0",
    kafka_server_ReplicaManager_PartitionCount: "kafka.server<type=ReplicaManager, name=PartitionCount><>Value: 420",
    kafka_controller_KafkaController_OfflinePartitionsCount:
      "kafka.controller<type=KafkaController, name=OfflinePartitionsCount><>Value: 0",
    kafka_controller_KafkaController_ActiveControllerCount:
      "kafka.controller<type=KafkaController, name=ActiveControllerCount><>Value: 1",
  };
  const CONNECT_BEANS: Readonly<Record<string, string>> = {
    kafka_connect_connector_failed_task_count:
      "kafka.connect<type=connect-worker-metrics, connector=s3-sink-logs><>connector-failed-task-count: 0",
    kafka_connect_worker_connector_count: "kafka.connect<type=connect-worker-metrics><>connector-count: 4",
    kafka_consumer_records_lag:
      "kafka.consumer<type=consumer-fetch-manager-metrics, client-id=connector-consumer-s3-sink-logs-0, topic=vantage-application-logs, partition=0><>records-lag: 12",
  };

  test.each(Object.entries(KAFKA_BEANS))("brokers: %s", (metric, bean) => {
    expect(nameOf(METRICS_RULES, bean)).toBe(metric);
  });

  test.each(Object.entries(CONNECT_BEANS))("workers: %s", (metric, bean) => {
    expect(nameOf(CONNECT_METRICS_RULES, bean)).toBe(metric);
  });

  test("all that rules read of them, but what the agent counts by itself", () => {
    const declared = Object.entries(METRIC_SOURCES)
      .filter(([metric, source]) => /^kafka-/.test(source) && !metric.startsWith("jvm_gc_"))
      .map(([metric]) => metric);
    expect(declared.sort()).toEqual([...Object.keys(KAFKA_BEANS), ...Object.keys(CONNECT_BEANS)].sort());
  });
});

/** The name that the first matching rule gives a bean; the exporter writes `_` for what a name can't have. */
function nameOf(of: readonly { readonly pattern: string; readonly name: string }[], bean: string): string | undefined {
  for (const { pattern, name } of of) {
    const match = new RegExp(pattern).exec(bean);
    if (match) return name.replace(/\$(\d)/g, (_, group) => match[Number(group)] ?? "").replace(/[^A-Za-z0-9_]/g, "_");
  }
  return undefined;
}
