import { sidecarNamespaces } from "../../../charts/checks/sidecar-namespaces";
import { type KubeObject, pathText } from "../../../charts/kube-object";
import { namespace, operator, platform, shopObject } from "./istio-fixture";

const webhook = (space: string) =>
  shopObject("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", {
    metadata: { name: "admission" },
    webhooks: [{ clientConfig: { service: { namespace: space, name: "webhook" } } }],
  });
const found = (...objects: KubeObject[]) =>
  sidecarNamespaces.find({ objects, platform }).map(({ path, message }) => `${pathText(path)}: ${message}`);
const WITHOUT = { "istio-injection": "disabled" };

describe("check sidecar-namespaces", () => {
  it.each([
    ["services", [namespace("shop"), shopObject("apps/v1", "Deployment")]],
    ["Strimzi's topics and users", [namespace("shop"), shopObject("kafka.strimzi.io/v1beta2", "KafkaTopic")]],
    ["another's Kafka", [namespace("shop"), shopObject("kafka.banzaicloud.io/v1", "Kafka")]],
    ["Kafka without sidecars", [namespace("shop", WITHOUT), shopObject("kafka.strimzi.io/v1beta2", "Kafka")]],
    ["webhooks elsewhere", [namespace("shop"), webhook("other")]],
    ["webhooks without sidecars", [namespace("shop", WITHOUT), webhook("shop")]],
    ["the control plane elsewhere", [namespace("shop"), operator({})]],
  ])("holds for %s", (_, objects) => {
    expect(found(...objects)).toEqual([]);
  });

  it.each([
    [
      "a misspelt value",
      [namespace("shop", { "istio-injection": "true" })],
      "metadata.labels.istio-injection: true; Istio reads enabled and disabled",
    ],
    ["Kafka's pods", [namespace("shop"), shopObject("kafka.strimzi.io/v1beta2", "Kafka")], "Kafka object runs here"],
    [
      "Kafka Connect's pods",
      [namespace("shop"), shopObject("kafka.strimzi.io/v1beta2", "KafkaConnect")],
      "KafkaConnect object runs here",
    ],
    ["a webhook", [namespace("shop"), webhook("shop")], "the API server calls the webhook of admission here"],
    ["the control plane", [namespace("mesh"), operator({})], "the control plane is here"],
    [
      "Kubernetes' own namespace",
      [namespace("kube-system", WITHOUT)],
      "metadata.name: Kubernetes makes and owns this namespace",
    ],
  ])("finds %s", (_, objects, message) => {
    expect(found(...objects)).toEqual([expect.stringContaining(message)]);
  });
});
