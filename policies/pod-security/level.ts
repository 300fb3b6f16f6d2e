import type { PodTemplate } from "../../charts/checks/pod-templates";
import { KUBERNETES_NAMESPACE } from "../../config/reference/istio";
import { POD_SECURITY_LEVELS, type PodSecurityLevel } from "../../config/reference/pod-security";
import type { Estate } from "../estate";
import { BASELINE } from "./baseline";
import type { Control, Offence } from "./control";
import { RESTRICTED } from "./restricted";

/** The label by which a namespace holds its pods to a level. Source: kubernetes.io, Pod Security Admission */
export const ENFORCE_LABEL = "pod-security.kubernetes.io/enforce";

/** What each level asks for. */
const CONTROLS: Readonly<Record<PodSecurityLevel, readonly Control[]>> = {
  privileged: [],
  baseline: BASELINE,
  restricted: [...BASELINE, ...RESTRICTED],
};

/** Why a level refuses the pods of a template; empty when it admits them. */
export function offencesAgainst(level: PodSecurityLevel, template: PodTemplate): readonly Offence[] {
  return CONTROLS[level].flatMap((control) => control(template));
}

/**
 * The level that the namespace of a template enforces; undefined where the namespace isn't part of the estate. Without the label, or with one that is no level, Kubernetes
 * refuses nothing: rule namespace-pod-security objects to that.
 */
export function enforcedLevel({ object }: PodTemplate, estate: Estate): PodSecurityLevel | undefined {
  const namespace = estate.object(`Namespace ${object.metadata.namespace ?? "default"}`);
  if (namespace === undefined) return undefined;
  const label = namespace.metadata.labels?.[ENFORCE_LABEL];
  return POD_SECURITY_LEVELS.find((level) => level === label) ?? "privileged";
}

/** Whether another rule holds a template to level restricted already: its namespace does, or it is Kubernetes' own (rule unguarded-pods). */
export function isHeldToRestricted(template: PodTemplate, estate: Estate): boolean {
  return (
    enforcedLevel(template, estate) === "restricted" ||
    KUBERNETES_NAMESPACE.test(template.object.metadata.namespace ?? "")
  );
}
