import { SCHEMA_REGISTRY } from "../../../../charts/kafka/schema-registry/schema-registry";
import { documentedRendering } from "../../../../charts/synthesize";
import { prodPlatform } from "../../../infra/prod-platform";

const PODS = { "app.kubernetes.io/name": "schema-registry" };

/** The registry's policy as it is rendered. */
function policy(): Record<string, unknown> {
  const objects = documentedRendering(prodPlatform(), [SCHEMA_REGISTRY]).flatMap((rendering) => rendering.objects);
  const found = objects.find(({ kind }) => kind === "NetworkPolicy");
  if (found === undefined) throw new Error("no NetworkPolicy");
  return found.spec as Record<string, unknown>;
}

describe("the network policy", () => {
  const { podSelector, policyTypes, ingress, egress } = policy();

  it("lets in clients, workers and the other instances, at the one port", () => {
    expect(podSelector).toEqual({ matchLabels: PODS });
    expect(policyTypes).toEqual(["Ingress", "Egress"]);
    const clients = [
      "analytics-prod",
      "inventory-prod",
      "notification-prod",
      "orders-prod",
      "payments-prod",
      "recommendation-prod",
      "search-prod",
      "shipping-prod",
    ];
    const named = { key: "kubernetes.io/metadata.name", operator: "In", values: clients };
    expect(ingress).toEqual([
      {
        from: [
          { namespaceSelector: { matchExpressions: [named] } },
          {
            podSelector: {
              matchLabels: {
                "strimzi.io/cluster": "connect-prod",
                "strimzi.io/kind": "KafkaConnect",
                "strimzi.io/name": "connect-prod-connect",
              },
            },
          },
          { podSelector: { matchLabels: PODS } },
        ],
        ports: [{ protocol: "TCP", port: 8081 }],
      },
    ]);
  });

  it("lets out to the brokers' encrypted listener, the other instances and DNS", () => {
    expect(egress).toEqual([
      {
        to: [
          {
            podSelector: {
              matchLabels: { "strimzi.io/cluster": "kafka-prod", "strimzi.io/name": "kafka-prod-kafka" },
            },
          },
        ],
        ports: [{ protocol: "TCP", port: 9093 }],
      },
      { to: [{ podSelector: { matchLabels: PODS } }], ports: [{ protocol: "TCP", port: 8081 }] },
      {
        to: [
          {
            namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } },
            podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
          },
        ],
        ports: [
          { protocol: "UDP", port: 53 },
          { protocol: "TCP", port: 53 },
        ],
      },
    ]);
  });
});
