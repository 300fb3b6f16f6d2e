import { POD_SECURITY_LEVELS, type PodSecurityLevel } from "../../config/reference/pod-security";
import { type KubeObject, referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding, Manifests } from "./check";
import { istioOperators } from "./istio-components";
import { hasInjection } from "./sidecar-namespaces";

const label = (use: "enforce" | "warn") => `pod-security.kubernetes.io/${use}`;

/** Judges the labels of rendered namespaces, with injection also by whether Istio's agent is on the nodes. */
export const namespacePodSecurity: ManifestCheck = {
  title: "Every namespace holds pods to a level, and sidecars meet it",
  severity: "high",
  why: "A namespace without the label takes every pod; and without its agent on the nodes Istio adds an init container that no level but privileged admits.",
  remediation:
    "Label the namespace with pod-security.kubernetes.io/enforce and warn, and enable components.cni of the IstioOperator for sidecars.",
  source:
    "kubernetes.io, Pod Security Admission; Istio 1.22, istio-init (root, NET_ADMIN and NET_RAW) and the CNI plugin",
  link: "https://kubernetes.io/docs/concepts/security/pod-security-admission/",
  find: ({ objects }) =>
    objects
      .filter(({ kind }) => kind === "Namespace")
      .flatMap((namespace) => [...levels(namespace), ...sidecarLevel(namespace, objects)]),
};

function levelOf({ metadata }: KubeObject, use: "enforce" | "warn"): PodSecurityLevel | undefined {
  return POD_SECURITY_LEVELS.find((level) => level === metadata.labels?.[label(use)]);
}

function levels(namespace: KubeObject): readonly ManifestFinding[] {
  return (["enforce", "warn"] as const).flatMap((use): ManifestFinding[] => {
    if (levelOf(namespace, use) !== undefined) return [];
    const message = `${namespace.metadata.labels?.[label(use)] ?? "missing"}; one of ${POD_SECURITY_LEVELS.join(", ")}`;
    return [{ object: referenceOf(namespace), path: ["metadata", "labels", label(use)], message }];
  });
}

function sidecarLevel(namespace: KubeObject, objects: Manifests["objects"]): readonly ManifestFinding[] {
  const level = levelOf(namespace, "enforce");
  const agent = istioOperators(objects).some(
    (operator) => valueAt(operator, ["spec", "components", "cni", "enabled"]) === true,
  );
  if (level === undefined || level === "privileged" || !hasInjection(namespace) || agent) return [];
  const message = `${level} refuses every pod with a sidecar: istio-init runs as root with NET_ADMIN and NET_RAW. Enable components.cni of the IstioOperator`;
  return [{ object: referenceOf(namespace), path: ["metadata", "labels", label("enforce")], message }];
}
