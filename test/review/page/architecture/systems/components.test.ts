import type { KubeObject } from "../../../../../charts/kube-object";
import { componentsOf } from "../../../../../review/page/architecture/systems/components";
import { resource } from "../../../../policies/estate-fixture";
import { deployment, object } from "../../page-fixture";

/** What is shown of the components of some objects. */
const shown = (objects: readonly KubeObject[], resources: Parameters<typeof componentsOf>[0] = []) =>
  componentsOf(resources, objects).map(({ id, what }) => `${id}: ${what}`);

const cluster = { "strimzi.io/cluster": "main" };
const strimzi = (kind: string, name: string, spec: unknown, labels = {}) =>
  object("kafka.strimzi.io/v1beta2", kind, name, "kafka", { spec }, labels);

describe("components", () => {
  it("are workloads, one for all whose pods have a name in common", () => {
    const replica = { ...deployment("web", "shop"), metadata: { name: "web-replica", namespace: "shop" } };
    const job = object("batch/v1", "CronJob", "nightly", "shop", { spec: { jobTemplate: { spec: { template: {} } } } });
    expect(shown([deployment("web", "shop"), replica, job])).toEqual([
      "shop/nightly: CronJob",
      "shop/web: 2 Deployments, 4 pods",
    ]);
  });

  it("are Kafka clusters with their nodes and topics, and Kafka Connect with its connectors", () => {
    const objects = [
      strimzi("Kafka", "main", { kafka: { version: "3.7.1" } }),
      strimzi("KafkaNodePool", "a", { replicas: 3 }, cluster),
      strimzi("KafkaNodePool", "b", { replicas: 2 }, cluster),
      strimzi("KafkaTopic", "orders", {}, cluster),
      strimzi("KafkaTopic", "others", {}, { "strimzi.io/cluster": "other" }),
      strimzi("KafkaConnect", "connect", { replicas: 4 }),
      strimzi("KafkaConnector", "sink", {}, { "strimzi.io/cluster": "connect" }),
    ];
    expect(shown(objects)).toEqual([
      "kafka/connect: Kafka Connect, 4 workers, 1 connector",
      "kafka/main: Kafka 3.7.1, 5 nodes, 1 topic",
    ]);
  });

  it("are what an IstioOperator asks for", () => {
    const gateway = { name: "ingress", enabled: true, k8s: { hpaSpec: { minReplicas: 3, maxReplicas: 5 } } };
    const components = {
      pilot: { enabled: true },
      cni: { enabled: true, namespace: "kube-system" },
      ingressGateways: [gateway],
    };
    expect(
      shown([object("install.istio.io/v1alpha1", "IstioOperator", "plane", "mesh", { spec: { components } })]),
    ).toEqual([
      "kube-system/istio-cni: on every node",
      "mesh/ingress: gateway into the mesh, 3 to 5 pods",
      "mesh/istiod: control plane of the mesh",
    ]);
  });

  it("are releases and add-ons of the plan", () => {
    const release = {
      name: "metrics",
      namespace: "monitoring",
      chart: "oci://example.com/prometheus",
      version: "25.0.0",
    };
    expect(
      shown(
        [],
        [
          resource("kubernetes:helm.sh/v3:Release", "release", release),
          resource("aws:eks/addon:Addon", "dns", { addonName: "coredns", addonVersion: "v1" }),
        ],
      ),
    ).toEqual(["kube-system/coredns: EKS add-on v1", "monitoring/metrics: Helm chart prometheus 25.0.0"]);
  });

  it("are also what others deploy, known by its autoscaler or its budget", () => {
    const scaler = object("autoscaling/v2", "HorizontalPodAutoscaler", "s", "shop", {
      spec: { minReplicas: 2, maxReplicas: 9, scaleTargetRef: { name: "checkout" } },
    });
    const budget = (name: string) =>
      object("policy/v1", "PodDisruptionBudget", "b", "shop", { spec: { selector: { matchLabels: { app: name } } } });
    expect(shown([scaler, budget("checkout"), budget("stock")])).toEqual([
      "shop/checkout: 2 to 9 pods",
      "shop/stock: ",
    ]);
  });

  it("aren't named again by a budget of what is deployed here", () => {
    const selector = { matchLabels: { "app.kubernetes.io/name": "web" } };
    const budget = object("policy/v1", "PodDisruptionBudget", "b", "shop", { spec: { selector } });
    expect(shown([deployment("web", "shop"), budget])).toEqual(["shop/web: Deployment, 2 pods"]);
  });
});
