import { podReferences } from "../../../charts/checks/pod-references";
import type { KubeObject } from "../../../charts/kube-object";
import { prodPlatform } from "../../infra/prod-platform";

const platform = prodPlatform();

function object(apiVersion: string, kind: string, name: string, fields: object = {}, namespace = "shop"): KubeObject {
  return { apiVersion, kind, metadata: { name, namespace }, ...fields };
}
const pod = (spec: object, container: object = {}) =>
  object("v1", "Pod", "web", { spec: { ...spec, containers: [{ name: "web", ...container }] } });

const THERE = [
  object("v1", "ServiceAccount", "web"),
  object("v1", "ConfigMap", "settings", { data: { "app.yaml": "a" }, binaryData: { logo: "AA==" } }),
  object("v1", "Secret", "token", { stringData: { value: "a" } }),
  object("v1", "PersistentVolumeClaim", "disk"),
  object("v1", "ConfigMap", "elsewhere", {}, "other"),
  object("cert-manager.io/v1", "Certificate", "tls", { spec: { secretName: "web-tls" } }),
  object("kafka.strimzi.io/v1beta2", "Kafka", "events"),
  object("kafka.strimzi.io/v1beta2", "KafkaUser", "writer", { spec: { authentication: { type: "tls" } } }),
  object("external-secrets.io/v1beta1", "ExternalSecret", "vault", { spec: { target: { name: "from-vault" } } }),
  object("external-secrets.io/v1beta1", "ExternalSecret", "own-name", { spec: {} }),
];
const volume = (source: object) => pod({ volumes: [{ name: "v", ...source }] });
const variable = (valueFrom: object) => pod({}, { env: [{ name: "V", valueFrom }] });
const found = (web: KubeObject) =>
  podReferences.find({ objects: [...THERE, web], platform }).map(({ path, message }) => [path.join("."), message]);

test.each([
  ["nothing", pod({})],
  ["an account", pod({ serviceAccountName: "web" })],
  ["the account that every namespace has", pod({ serviceAccountName: "default" })],
  [
    "a ConfigMap with two of its keys",
    volume({ configMap: { name: "settings", items: [{ key: "app.yaml" }, { key: "logo" }] } }),
  ],
  ["a claim", volume({ persistentVolumeClaim: { claimName: "disk" } })],
  ["a Secret in a variable", variable({ secretKeyRef: { name: "token", key: "value" } })],
  ["a Secret of a Certificate", volume({ secret: { secretName: "web-tls", items: [{ key: "tls.crt" }] } })],
  ["a Secret of a Kafka cluster", variable({ secretKeyRef: { name: "events-cluster-ca-cert", key: "ca.password" } })],
  ["a Secret of a Kafka user", volume({ secret: { secretName: "writer", items: [{ key: "user.p12" }] } })],
  [
    "a Secret of an ExternalSecret, whose keys nobody knows",
    variable({ secretKeyRef: { name: "from-vault", key: "x" } }),
  ],
  ["a Secret named after its ExternalSecret", pod({ imagePullSecrets: [{ name: "own-name" }] })],
  ["a Secret that may be missing", volume({ secret: { secretName: "none", optional: true } })],
  [
    "projected sources",
    volume({ projected: { sources: [{ configMap: { name: "settings" } }, { secret: { name: "token" } }] } }),
  ],
])("holds for a pod that names %s", (_, web) => {
  expect(found(web)).toEqual([]);
});

const missing = (kind: string, name: string) => `there is no ${kind} ${name} in shop, and nothing that makes it`;
test.each([
  ["an account", pod({ serviceAccountName: "none" }), "spec.serviceAccountName", missing("ServiceAccount", "none")],
  [
    "a Secret of a volume",
    volume({ secret: { secretName: "none" } }),
    "spec.volumes.0.secret.secretName",
    missing("Secret", "none"),
  ],
  [
    "a ConfigMap of another namespace",
    volume({ configMap: { name: "elsewhere" } }),
    "spec.volumes.0.configMap.name",
    missing("ConfigMap", "elsewhere"),
  ],
  [
    "a claim",
    volume({ persistentVolumeClaim: { claimName: "none" } }),
    "spec.volumes.0.persistentVolumeClaim.claimName",
    missing("PersistentVolumeClaim", "none"),
  ],
  [
    "a projected Secret",
    volume({ projected: { sources: [{ secret: { name: "none" } }] } }),
    "spec.volumes.0.projected.sources.0.secret.name",
    missing("Secret", "none"),
  ],
  [
    "a ConfigMap of a variable",
    variable({ configMapKeyRef: { name: "none", key: "a" } }),
    "spec.containers.0.env.0.valueFrom.configMapKeyRef.name",
    missing("ConfigMap", "none"),
  ],
  [
    "a Secret of all variables",
    pod({}, { envFrom: [{ secretRef: { name: "none" } }] }),
    "spec.containers.0.envFrom.0.secretRef.name",
    missing("Secret", "none"),
  ],
  [
    "a pull secret",
    pod({ imagePullSecrets: [{ name: "none" }] }),
    "spec.imagePullSecrets.0.name",
    missing("Secret", "none"),
  ],
  [
    "a key of a ConfigMap",
    volume({ configMap: { name: "settings", items: [{ key: "b.yaml" }] } }),
    "spec.volumes.0.configMap.name",
    "ConfigMap settings has no key b.yaml; it has app.yaml, logo",
  ],
  [
    "a key of a Secret that cert-manager makes",
    variable({ secretKeyRef: { name: "web-tls", key: "key.pem" } }),
    "spec.containers.0.env.0.valueFrom.secretKeyRef.name",
    "Secret web-tls has no key key.pem; it has tls.crt, tls.key, ca.crt",
  ],
])("finds that %s is missing", (_, web, path, message) => {
  expect(found(web)).toEqual([[path, message]]);
});
