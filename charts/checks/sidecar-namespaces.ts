import { INJECTION_ENABLED, INJECTION_LABEL, KUBERNETES_NAMESPACE } from "../../config/reference/istio";
import { type KubeObject, referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding, Manifests } from "./check";
import { istioOperators } from "./istio-components";

/** Strimzi's kinds that become pods which talk TLS to each other by name. */
const STRIMZI_PODS: readonly string[] = ["Kafka", "KafkaNodePool", "KafkaConnect", "KafkaMirrorMaker2", "KafkaBridge"];

const WEBHOOKS: readonly string[] = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"];

/** Whether the pods of a namespace get a sidecar. */
export function hasInjection({ metadata }: KubeObject): boolean {
  return metadata.labels?.[INJECTION_LABEL] === INJECTION_ENABLED;
}

/** Judges rendered namespaces by what runs in them. */
export const sidecarNamespaces: ManifestCheck = {
  title: "Sidecars are added where they can work, and by a label that Istio reads",
  severity: "high",
  why: "A sidecar between pods that do their own TLS, in front of a webhook that the API server calls, or of istiod itself breaks them; a misspelt label adds none.",
  remediation: `Take the label ${INJECTION_LABEL} off namespaces of Strimzi, of webhooks and of istiod, give it the value ${INJECTION_ENABLED} or disabled elsewhere, and render no namespace of Kubernetes' own.`,
  source: "Istio 1.22.4, pkg/kube/inject; strimzi-kafka-operator 0.42.0; compatibility page, S21 and 3.3",
  link: "https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/",
  find: ({ objects }) =>
    objects.filter(({ kind }) => kind === "Namespace").flatMap((found) => sidecars(found, objects)),
};

function sidecars(namespace: KubeObject, objects: Manifests["objects"]): readonly ManifestFinding[] {
  const { name, labels } = namespace.metadata;
  const label = labels?.[INJECTION_LABEL];
  const path = ["metadata", "labels", INJECTION_LABEL];
  const found = (message: string): ManifestFinding => ({ object: referenceOf(namespace), path, message });
  if (KUBERNETES_NAMESPACE.test(name)) {
    return [{ ...found("Kubernetes makes and owns this namespace"), path: ["metadata", "name"] }];
  }
  if (label === undefined || label === "disabled") return [];
  if (label !== INJECTION_ENABLED) return [found(`${label}; Istio reads ${INJECTION_ENABLED} and disabled`)];
  const strimzi = objects.find(
    (object) =>
      object.metadata.namespace === name &&
      STRIMZI_PODS.includes(object.kind) &&
      referenceOf(object).group === "kafka.strimzi.io",
  );
  const webhooks = objects.filter((object) => WEBHOOKS.includes(object.kind) && serves(object, name));
  return [
    ...(strimzi === undefined
      ? []
      : [
          found(
            `${strimzi.kind} ${strimzi.metadata.name} runs here: Strimzi's pods do their own TLS, which sidecars break`,
          ),
        ]),
    ...webhooks.map(({ metadata }) =>
      found(`the API server calls the webhook of ${metadata.name} here, and has no certificate of the mesh`),
    ),
    ...(istioOperators(objects).some(({ metadata }) => metadata.namespace === name)
      ? [found("the control plane is here: sidecars would wait for it before it starts")]
      : []),
  ];
}

function serves(configuration: KubeObject, namespace: string): boolean {
  const webhooks = valueAt(configuration, ["webhooks"]);
  return (
    Array.isArray(webhooks) &&
    webhooks.some((webhook) => valueAt(webhook, ["clientConfig", "service", "namespace"]) === namespace)
  );
}
