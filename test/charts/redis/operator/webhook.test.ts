import { deployableRendering } from "../../../../charts/synthesize";
import { prodPlatform } from "../../../infra/prod-platform";
import { documented } from "../../rendered";

const prod = prodPlatform();
const rendered = documented(prod);

test.each([
  ["metrics", 8080],
  ["webhook", 443],
])("Service %s leads to the pod's port of that name", (name, port) => {
  expect(rendered(`Service redis-system/redis-operator-${name}`).spec).toEqual({
    type: "ClusterIP",
    selector: { "app.kubernetes.io/name": "redis-operator" },
    ports: [{ name, port, protocol: "TCP", targetPort: name }],
  });
});

test("cert-manager writes the documented Secret, for both names of the webhook's Service", () => {
  expect(rendered("cert-manager.io/Issuer redis-system/redis-operator-webhook-certs").spec).toEqual({ selfSigned: {} });
  const { secretTemplate, ...spec } = rendered("cert-manager.io/Certificate redis-system/redis-operator-webhook-certs")
    .spec as Record<string, unknown>;
  expect(spec).toEqual({
    secretName: "redis-operator-webhook-certs",
    commonName: "redis-operator-webhook",
    dnsNames: ["redis-operator-webhook.redis-system.svc", "redis-operator-webhook.redis-system.svc.cluster.local"],
    duration: "2160h",
    renewBefore: "720h",
    privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
    usages: ["digital signature", "server auth"],
    issuerRef: { group: "cert-manager.io", kind: "Issuer", name: "redis-operator-webhook-certs" },
  });
  expect(secretTemplate).toMatchObject({ labels: { "app.kubernetes.io/name": "redis-operator" } });
});

test("no webhook can stop the cluster, and no disruption budget a drain of the operator's node", () => {
  const objects = deployableRendering(prod).flatMap((rendering) => rendering.objects);
  const kinds = objects.filter(({ metadata }) => metadata.name.startsWith("redis-operator")).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(
    new Set([
      "ServiceAccount",
      "ClusterRole",
      "ClusterRoleBinding",
      "Role",
      "RoleBinding",
      "NetworkPolicy",
      "Service",
      "Issuer",
      "Certificate",
      "Deployment",
    ]),
  );
});
