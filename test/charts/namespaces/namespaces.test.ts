import { NAMESPACES } from "../../../charts/namespaces/namespaces";
import { documentedRendering } from "../../../charts/synthesize";
import { prodPlatform, prodWith } from "../../infra/prod-platform";

const ENFORCE = "pod-security.kubernetes.io/enforce";

const rendered = (platform = prodPlatform()) =>
  documentedRendering(platform, [NAMESPACES]).flatMap(({ objects }) => objects);
const namesWith = (label: string, value: string) =>
  rendered()
    .filter(({ metadata }) => metadata.labels?.[label] === value)
    .map(({ metadata }) => metadata.name);

/** Document 002, section 3: the namespaces it names, without kube-system, which Kubernetes makes. */
const NAMED = [
  ...["api-gateway", "checkout-prod", "catalog-prod", "orders-prod", "payments-prod", "shipping-prod"],
  ...["inventory-prod", "notification-prod", "analytics-prod", "user-profile-prod", "recommendation-prod"],
  ...["search-prod", "redis-prod", "kafka-prod", "elastic-system", "monitoring", "cert-manager", "istio-system"],
  ...["batch-jobs", "legacy-integrations", "vendor-webhooks"],
];

/** Those of the operator (000, section 5), of Karpenter (001, section 1), of the add-ons and of the image pruner. */
const OTHERS = [
  ...["redis-system", "karpenter", "ingress-nginx", "velero", "fluent-bit", "local-storage"],
  ...["metrics-server", "node-maintenance"],
];

describe("namespaces", () => {
  it("are those that the documents name and those of the add-ons", () => {
    expect(rendered().map(({ metadata }) => metadata.name)).toEqual([...NAMED, ...OTHERS].sort());
  });

  it("hold pods to a level, and warn about what makes pods", () => {
    expect(rendered().find(({ metadata }) => metadata.name === "kafka-prod")).toEqual({
      apiVersion: "v1",
      kind: "Namespace",
      metadata: {
        name: "kafka-prod",
        labels: { [ENFORCE]: "baseline", "pod-security.kubernetes.io/warn": "baseline" },
      },
    });
  });

  it("are as strict as their pods allow", () => {
    expect(namesWith(ENFORCE, "privileged")).toEqual(["fluent-bit", "local-storage", "monitoring", "node-maintenance"]);
    expect(namesWith(ENFORCE, "restricted")).toEqual(["cert-manager", "karpenter", "metrics-server", "redis-prod"]);
    expect(namesWith(ENFORCE, "baseline")).toHaveLength(rendered().length - 8);
  });

  it("have sidecars where section 13 of document 002 shows some, where services run, and where their clients come in", () => {
    const shown = [
      ...["checkout-prod", "orders-prod", "payments-prod", "catalog-prod", "analytics-prod", "shipping-prod"],
      ...["inventory-prod", "recommendation-prod", "search-prod", "user-profile-prod", "monitoring"],
    ];
    const services = ["api-gateway", "notification-prod", "batch-jobs", "vendor-webhooks", "ingress-nginx"];
    expect(namesWith("istio-injection", "enabled")).toEqual([...shown, ...services].sort());
  });

  it("follow the stack file", () => {
    const platform = prodWith((input) => {
      input.namespaces = { "new-service": { podSecurity: "restricted", injection: true } };
    });
    expect(rendered(platform).map(({ metadata }) => metadata)).toEqual([
      {
        name: "new-service",
        labels: {
          [ENFORCE]: "restricted",
          "pod-security.kubernetes.io/warn": "restricted",
          "istio-injection": "enabled",
        },
      },
    ]);
  });
});
