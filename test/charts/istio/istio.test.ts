import { deviations } from "../../../charts/deviations";
import { applyLedger } from "../../../charts/ledger";
import { findings } from "../../../charts/manifests";
import { deployableRendering, documentedRendering } from "../../../charts/synthesize";
import { prodPlatform } from "../../infra/prod-platform";
import { deployable, documented } from "../rendered";

const prod = prodPlatform();
const ROLE = "rbac.authorization.k8s.io/Role istio-system/intermediate-ca-writer";

describe("the Vault agent", () => {
  it("has an identity, and one permission: to read and write the Secret of the intermediate CA", () => {
    const object = deployable(prod);
    expect(object("ServiceAccount istio-system/vault-k8s-agent").metadata).toEqual({
      name: "vault-k8s-agent",
      namespace: "istio-system",
    });
    expect(object(ROLE).rules).toEqual([
      { apiGroups: [""], resources: ["secrets"], resourceNames: ["cacerts"], verbs: ["get", "update", "patch"] },
    ]);
    expect(object("rbac.authorization.k8s.io/RoleBinding istio-system/intermediate-ca-writer")).toMatchObject({
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "intermediate-ca-writer" },
      subjects: [{ kind: "ServiceAccount", name: "vault-k8s-agent", namespace: "istio-system" }],
    });
  });

  it("writes another Secret by the document", () => {
    expect(documented(prod)(ROLE).rules).toMatchObject([{ resourceNames: ["istio-ca-secret"] }]);
  });

  it("finds no Secret in any rendering", () => {
    const objects = deployableRendering(prod).flatMap(({ objects }) => objects);
    expect(objects.filter(({ kind, metadata }) => kind === "Secret" && metadata.namespace === "istio-system")).toEqual(
      [],
    );
    expect(JSON.stringify(objects)).not.toMatch(/PRIVATE KEY|ca-key\.pem/);
  });
});

describe("policies", () => {
  const policies = deployableRendering(prod)
    .flatMap(({ objects }) => objects)
    .filter(({ kind }) => kind === "PeerAuthentication");
  const inMode = (mode: string) =>
    policies
      .filter(({ spec }) => (spec as { mtls: { mode: string } }).mtls.mode === mode)
      .map(({ metadata }) => metadata.namespace);

  it("are strict in the 20 namespaces that document 002, section 3 names of 38", () => {
    expect(inMode("STRICT")).toEqual([
      ...["api-gateway", "checkout-prod", "catalog-prod", "orders-prod", "payments-prod", "shipping-prod"],
      ...["inventory-prod", "notification-prod", "analytics-prod", "user-profile-prod", "recommendation-prod"],
      ...["search-prod", "redis-prod", "kafka-prod", "elastic-system", "monitoring", "cert-manager", "istio-system"],
      ...["kube-system", "batch-jobs"],
    ]);
  });

  it("are permissive in the two that section 3 names", () => {
    expect(inMode("PERMISSIVE")).toEqual(["legacy-integrations", "vendor-webhooks"]);
  });

  it("are for whole namespaces", () => {
    expect(policies).toHaveLength(22);
    expect(policies[0]).toEqual({
      apiVersion: "security.istio.io/v1",
      kind: "PeerAuthentication",
      metadata: { name: "default", namespace: "api-gateway" },
      spec: { mtls: { mode: "STRICT" } },
    });
  });
});

describe("each entry of the ledger, taken out,", () => {
  const ledger = deviations(prod);
  const own = ledger.filter(({ object }) => object.namespace === "istio-system");

  it("is one of these", () => {
    expect(own.map(({ id }) => id)).toEqual(["I1 istiod", "I1 istio-ingressgateway", "I1 istio-egressgateway", "I9"]);
  });

  it.each(own.map((entry) => [entry.id, entry] as const))("lets a check object: %s", (_, entry) => {
    const documentedObjects = documentedRendering(prod).flatMap(({ objects }) => objects);
    const objects = applyLedger(
      documentedObjects,
      ledger.filter((other) => other !== entry),
    );
    const found = findings(prod, objects);
    expect(found.map(({ check, message }) => ({ by: "check", check, answer: message }))).toEqual([
      { ...entry.without, answer: expect.stringContaining(entry.without.answer) },
    ]);
  });
});
