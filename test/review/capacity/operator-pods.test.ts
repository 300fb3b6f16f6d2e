import type { KubeObject } from "../../../charts/kube-object";
import { operatorPods } from "../../../review/capacity/operator-pods";
import { affinityTo, asking } from "./pods-fixture";

type Mapping = Readonly<Record<string, unknown>>;

const GIB = 2 ** 30;

function pods(...objects: readonly KubeObject[]) {
  return operatorPods(objects).map(({ object, runs, pods: { minimum, maximum }, each }) => [
    object,
    runs,
    minimum,
    maximum,
    each.cpuMilli,
    each.memoryBytes / GIB,
  ]);
}

const strimzi = (kind: string, name: string, spec: Mapping): KubeObject => ({
  apiVersion: "kafka.strimzi.io/v1beta2",
  kind,
  metadata: { name, namespace: "apps", labels: { "strimzi.io/cluster": "k" } },
  spec,
});

const kafka = (more: Mapping = {}) =>
  strimzi("Kafka", "k", {
    kafka: { ...asking("4", "20Gi"), template: { pod: { affinity: affinityTo("In", "disks") } } },
    ...more,
  });

describe("the pods of Kafka", () => {
  it("are the nodes of its pools, with the cluster's amounts and places unless a pool has its own", () => {
    const own = strimzi("KafkaNodePool", "own", { replicas: 2, ...asking("1", "2Gi"), template: { pod: {} } });
    const common = strimzi("KafkaNodePool", "common", { replicas: 3 });
    expect(pods(kafka(), own, common)).toEqual([
      ["kafka.strimzi.io/KafkaNodePool apps/own", "always", 2, 2, 1_000, 2],
      ["kafka.strimzi.io/KafkaNodePool apps/common", "always", 3, 3, 4_000, 20],
    ]);
    const places = operatorPods([kafka(), own, common]).map(({ where }) => where.alternatives);
    expect(places).toEqual([[[]], [[{ key: "node.kubernetes.io/pool", operator: "In", values: ["disks"] }]]]);
    expect(pods(own)).toEqual([]);
  });

  it("are its companions, of which the entity operator is two in one pod", () => {
    const companions = {
      cruiseControl: asking("500m", "2Gi"),
      entityOperator: { topicOperator: asking("100m", "256Mi"), userOperator: asking("150m", "256Mi") },
    };
    expect(pods(kafka(companions))).toEqual([
      ["kafka.strimzi.io/Kafka apps/k: cruiseControl", "always", 1, 1, 500, 2],
      ["kafka.strimzi.io/Kafka apps/k: entityOperator", "always", 1, 1, 250, 0.5],
    ]);
  });

  it("are the workers of Connect", () => {
    expect(pods(strimzi("KafkaConnect", "c", { replicas: 4, ...asking("1", "5Gi") }))).toEqual([
      ["kafka.strimzi.io/KafkaConnect apps/c", "always", 4, 4, 1_000, 5],
    ]);
  });
});

describe("the pods of Istio", () => {
  const operator = (components: Mapping): KubeObject => ({
    apiVersion: "install.istio.io/v1alpha1",
    kind: "IstioOperator",
    metadata: { name: "mesh", namespace: "apps" },
    spec: { components },
  });
  const NAME = "install.istio.io/IstioOperator apps/mesh";

  it("are istiod and the gateways, as many as their autoscalers may make", () => {
    const k8s = { ...asking("1200m", "1280Mi"), replicaCount: 9, hpaSpec: { minReplicas: 2, maxReplicas: 5 } };
    const gateway = { name: "in", enabled: true, k8s: { ...asking("100m", "128Mi"), replicaCount: 3 } };
    const off = { name: "out", enabled: false };
    expect(pods(operator({ pilot: { k8s }, ingressGateways: [gateway], egressGateways: [off] }))).toEqual([
      [`${NAME}: pilot`, "always", 2, 5, 1_200, 1.25],
      [`${NAME}: in`, "always", 3, 3, 100, 0.125],
    ]);
    expect(pods(operator({ pilot: {} }))).toEqual([[`${NAME}: pilot`, "always", 1, 1, 0, 0]]);
  });

  it("are the agent on every node, where it is asked for", () => {
    const cni = { enabled: true, k8s: asking("100m", "100Mi") };
    expect(pods(operator({ cni }))).toEqual([[`${NAME}: istio-cni`, "on every node", 1, 1, 100, 100 / 1024]]);
    expect(operatorPods([operator({ cni })])[0]?.where.tolerations).toEqual([{ operator: "Exists" }]);
    expect(pods(operator({ cni: { ...cni, enabled: false } }))).toEqual([]);
  });
});
