import { KUBERNETES_NAMESPACE } from "../../config/reference/istio";
import { valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding, listAt } from "./object-readers";
import { containersOf, type PodTemplate, podTemplates } from "./pod-templates";

/** Those namespaces have no level to be held to, so that the fields themselves are judged. */
export const unguardedPods: ManifestCheck = {
  title: "Pods in a namespace of Kubernetes' own hold themselves to the restricted level",
  severity: "medium",
  why: "Those namespaces aren't the stack's to label, so that Pod Security refuses nothing there: a pod gets whatever it doesn't give up.",
  remediation:
    "Set runAsNonRoot and seccompProfile RuntimeDefault for the pod, and for each container allowPrivilegeEscalation false and capabilities.drop ALL.",
  source: "Kubernetes, Pod Security Standards, restricted",
  link: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
  find: ({ objects }) =>
    podTemplates(objects)
      .filter(({ object }) => KUBERNETES_NAMESPACE.test(object.metadata.namespace ?? ""))
      .flatMap((template) => [...podFindings(template), ...containerFindings(template)]),
};

function podFindings({ object, path, spec }: PodTemplate): readonly ManifestFinding[] {
  const at = [...path, "spec", "securityContext"];
  return [
    ...(valueAt(spec, ["securityContext", "runAsNonRoot"]) === true
      ? []
      : [finding(object, [...at, "runAsNonRoot"], "runAsNonRoot is not true")]),
    ...(valueAt(spec, ["securityContext", "seccompProfile", "type"]) === "RuntimeDefault"
      ? []
      : [finding(object, [...at, "seccompProfile"], "seccompProfile is not RuntimeDefault")]),
  ];
}

function containerFindings(template: PodTemplate): readonly ManifestFinding[] {
  return containersOf(template).flatMap(({ container, path }) => {
    const at = [...path, "securityContext"];
    const context = valueAt(container, ["securityContext"]);
    return [
      ...(valueAt(context, ["allowPrivilegeEscalation"]) === false
        ? []
        : [finding(template.object, [...at, "allowPrivilegeEscalation"], "allowPrivilegeEscalation is not false")]),
      ...(listAt(context, ["capabilities", "drop"]).includes("ALL")
        ? []
        : [finding(template.object, [...at, "capabilities", "drop"], "not all capabilities are dropped")]),
    ];
  });
}
