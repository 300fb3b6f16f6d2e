import { KAFKA } from "../../../../charts/kafka/cluster/kafka";
import { type KubeObject, referenceOf, referenceText, valueAt } from "../../../../charts/kube-object";
import { applyLedger } from "../../../../charts/ledger";
import { documentedRendering } from "../../../../charts/synthesize";
import { KAFKA_PROD, MANAGED_TOPICS, TOPIC_INVENTORY, TUNED_FLAGS } from "../../../documented/kafka";
import { type ProdPlatform, prodPlatform, prodWith } from "../../../infra/prod-platform";

function documented(platform: ProdPlatform = prodPlatform()): readonly KubeObject[] {
  return documentedRendering(platform, [KAFKA]).flatMap(({ objects }) => objects);
}

function deployable(platform: ProdPlatform = prodPlatform()): readonly KubeObject[] {
  return applyLedger(documented(platform), KAFKA.deviations?.(platform) ?? []);
}

function only(objects: readonly KubeObject[], kind: string, name: string): KubeObject {
  const found = objects.filter((object) => object.kind === kind && object.metadata.name === name);
  expect(found).toHaveLength(1);
  return found[0] as KubeObject;
}

describe("the Kafka chart", () => {
  it("renders the Kafka resource key for key as document 002, section 4 prints it", () => {
    expect(only(documented(), "Kafka", "kafka-prod")).toEqual(KAFKA_PROD);
    expect(KAFKA.printed?.(prodPlatform()).map(referenceText)).toEqual([
      "kafka.strimzi.io/Kafka kafka-prod/kafka-prod",
    ]);
  });

  it("applies rules and pools before the Kafka resource, topics and users after it", () => {
    const names = documented().map((object) => referenceText(referenceOf(object)));
    expect(names.slice(0, 5)).toEqual([
      "networking.k8s.io/NetworkPolicy kafka-prod/strimzi-cluster-operator",
      "ConfigMap kafka-prod/kafka-metrics-config",
      "kafka.strimzi.io/KafkaNodePool kafka-prod/kafka",
      "kafka.strimzi.io/KafkaNodePool kafka-prod/broker",
      "kafka.strimzi.io/Kafka kafka-prod/kafka-prod",
    ]);
    expect(names.slice(5, -4).every((name) => name.startsWith("kafka.strimzi.io/KafkaTopic "))).toBe(true);
    expect(names.slice(-4)).toEqual([
      "kafka.strimzi.io/KafkaUser kafka-prod/platform-guard",
      "kafka.strimzi.io/KafkaUser kafka-prod/kafka-acl-admin",
      "ServiceAccount kafka-prod/kafka-acl-admin",
      expect.stringMatching(/^batch\/Job kafka-prod\/kafka-anonymous-acls-[0-9a-f]{8}$/),
    ]);
    expect(names).toHaveLength(5 + 10 + 4);
  });

  it("makes the ten topics of section 5, of which seven were not managed before", () => {
    const topics = documented().filter(({ kind }) => kind === "KafkaTopic");
    const partitions = topics.map(({ metadata, spec }) => [metadata.name, valueAt(spec, ["partitions"])]);
    expect(Object.fromEntries(partitions)).toEqual(TOPIC_INVENTORY);
    const managed = topics.filter(({ metadata }) => metadata.annotations?.["vantage/adopted"] === undefined);
    expect(managed.map(({ metadata }) => metadata.name).sort()).toEqual([...MANAGED_TOPICS].sort());
    expect(only(topics, "KafkaTopic", "vantage-order-events")).toEqual({
      apiVersion: "kafka.strimzi.io/v1beta2",
      kind: "KafkaTopic",
      metadata: {
        name: "vantage-order-events",
        namespace: "kafka-prod",
        labels: { "strimzi.io/cluster": "kafka-prod" },
      },
      // 72 hours; RF=3
      spec: { partitions: 36, replicas: 3, config: { "retention.ms": 259_200_000 } },
    });
  });

  it("lets Prometheus alone reach the operator", () => {
    expect(only(documented(), "NetworkPolicy", "strimzi-cluster-operator").spec).toEqual({
      podSelector: { matchLabels: { "strimzi.io/kind": "cluster-operator" } },
      policyTypes: ["Ingress"],
      ingress: [
        {
          from: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "monitoring" } } }],
          ports: [{ port: 8080, protocol: "TCP" }],
        },
      ],
    });
  });
});

describe("the deployed Kafka resource", () => {
  const kafka = only(deployable(), "Kafka", "kafka-prod");

  it("is KRaft with node pools, without what those say", () => {
    expect(kafka.metadata.annotations).toEqual({ "strimzi.io/kraft": "enabled", "strimzi.io/node-pools": "enabled" });
    expect(kafka.spec).not.toHaveProperty("zookeeper");
    expect(valueAt(kafka, ["spec", "kafka"])).not.toHaveProperty("replicas");
    expect(valueAt(kafka, ["spec", "kafka"])).not.toHaveProperty("storage");
  });

  it("has the flags of section 1, each as Strimzi passes it to Java", () => {
    const flags = valueAt(kafka, ["spec", "kafka", "jvmOptions", "-XX"]) as Record<string, string>;
    const passed = Object.entries(flags).map(([name, value]) =>
      value === "true" ? `-XX:+${name}` : value === "false" ? `-XX:-${name}` : `-XX:${name}=${value}`,
    );
    expect(passed.sort()).toEqual([...TUNED_FLAGS].sort());
  });

  it("answers JMX by Strimzi's own options, with a password", () => {
    expect(valueAt(kafka, ["spec", "kafka", "jvmOptions"])).not.toHaveProperty("javaSystemProperties");
    expect(valueAt(kafka, ["spec", "kafka", "jmxOptions"])).toEqual({ authentication: { type: "password" } });
  });

  it("keeps the listener without encryption, for the namespaces of the stack file", () => {
    const peer = (namespace: string) => ({
      namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
    });
    expect(valueAt(kafka, ["spec", "kafka", "listeners", 0])).toEqual({
      name: "plain",
      port: 9092,
      type: "internal",
      tls: false,
      networkPolicyPeers: [
        "analytics-prod",
        "elastic-system",
        "kafka-prod",
        "notification-prod",
        "orders-prod",
        "search-prod",
      ].map(peer),
    });
    expect(valueAt(kafka, ["spec", "kafka", "authorization"])).toEqual({ type: "simple" });
    expect(valueAt(kafka, ["spec", "kafka", "config", "allow.everyone.if.no.acl.found"])).toBe(true);
  });

  it("tells Cruise Control its default goals, and the bandwidth of an i3en.2xlarge: 8.4 Gbit/s", () => {
    const config = valueAt(kafka, ["spec", "cruiseControl", "config"]) as Record<string, string>;
    expect(config["default.goals"]).toBe(config.goals);
    expect(config.goals?.split(",")).toHaveLength(11);
    expect(valueAt(kafka, ["spec", "cruiseControl", "brokerCapacity"])).toEqual({
      inboundNetwork: "1025000KiB/s",
      outboundNetwork: "1025000KiB/s",
    });
  });

  it("has Cruise Control keep the twelve metric windows of section 10, which the print doesn't ask for", () => {
    const windows = ["spec", "cruiseControl", "config", "num.partition.metrics.windows"];
    expect(valueAt(only(documented(), "Kafka", "kafka-prod"), windows)).toBeUndefined();
    expect(valueAt(kafka, windows)).toBe(12);
  });

  it("runs its operators and Cruise Control off the brokers' nodes, the latter with requests and limits", () => {
    const away = {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [
            { matchExpressions: [{ key: "node.kubernetes.io/pool", operator: "NotIn", values: ["worker-kafka-v2"] }] },
          ],
        },
      },
    };
    expect(valueAt(kafka, ["spec", "entityOperator", "template"])).toEqual({
      pod: { priorityClassName: "platform-service", affinity: away },
    });
    expect(valueAt(kafka, ["spec", "cruiseControl", "template"])).toEqual({
      pod: { priorityClassName: "platform-service", affinity: away },
    });
    expect(valueAt(kafka, ["spec", "cruiseControl", "resources"])).toEqual({
      requests: { cpu: "500m", memory: "2Gi" },
      limits: { cpu: "1", memory: "2Gi" },
    });
  });

  it("places its brokers before what can make room", () => {
    const printed = valueAt(only(documented(), "Kafka", "kafka-prod"), ["spec", "kafka", "template", "pod"]) as object;
    expect(printed).not.toHaveProperty("priorityClassName");
    expect(valueAt(kafka, ["spec", "kafka", "template", "pod"])).toEqual({
      ...printed,
      priorityClassName: "platform-data",
    });
  });

  it("differs from the printed one in nothing else", () => {
    const paths = (KAFKA.deviations?.(prodPlatform()) ?? [])
      .filter(({ object }) => object.kind === "Kafka")
      .map(({ path }) => path.join(" "));
    expect(paths.sort()).toEqual([
      "metadata annotations strimzi.io/kraft",
      "metadata annotations strimzi.io/node-pools",
      "spec cruiseControl brokerCapacity inboundNetwork",
      "spec cruiseControl brokerCapacity outboundNetwork",
      "spec cruiseControl config default.goals",
      "spec cruiseControl config num.partition.metrics.windows",
      "spec cruiseControl resources",
      "spec cruiseControl template pod affinity",
      "spec cruiseControl template pod priorityClassName",
      "spec entityOperator template pod affinity",
      "spec entityOperator template pod priorityClassName",
      "spec kafka authorization",
      "spec kafka config allow.everyone.if.no.acl.found",
      "spec kafka jmxOptions",
      "spec kafka jvmOptions -XX",
      "spec kafka jvmOptions javaSystemProperties",
      "spec kafka listeners 0 networkPolicyPeers",
      "spec kafka replicas",
      "spec kafka storage",
      "spec kafka template pod priorityClassName",
      "spec zookeeper",
    ]);
  });
});

describe("options of the stack file", () => {
  it("rackAwareness spreads replicas over zones; it is off as documented", () => {
    const rack = (platform: ProdPlatform) =>
      valueAt(only(documented(platform), "Kafka", "kafka-prod"), ["spec", "kafka", "rack"]);
    expect(rack(prodPlatform())).toBeUndefined();
    expect(rack(prodWith(({ kafka }) => Object.assign(kafka, { rackAwareness: true })))).toEqual({
      topologyKey: "topology.kubernetes.io/zone",
    });
  });

  it("a claim of the nominal size is no deviation", () => {
    const platform = prodWith(({ kafka }) => Object.assign(kafka.volume, { nominal: "2200Gi" }));
    const ids = KAFKA.deviations?.(platform).map(({ id }) => id) ?? [];
    expect(ids).toContain("S1");
    expect(ids.filter((id) => id.startsWith("S12"))).toEqual([]);
    expect(valueAt(only(deployable(platform), "KafkaNodePool", "kafka"), ["spec", "storage", "size"])).toBe("2200Gi");
  });

  it("without remoteJmx nothing answers JMX", () => {
    const platform = prodWith(({ kafka }) => Object.assign(kafka, { remoteJmx: false }));
    const spec = valueAt(only(deployable(platform), "Kafka", "kafka-prod"), ["spec", "kafka"]);
    expect(spec).not.toHaveProperty("jmxOptions");
    expect(valueAt(spec, ["jvmOptions"])).not.toHaveProperty("javaSystemProperties");
  });
});
