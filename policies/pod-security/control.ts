import { mappingAt } from "../../charts/checks/object-readers";
import { containersOf, type PodTemplate } from "../../charts/checks/pod-templates";

type Path = readonly (string | number)[];

/** Something about a pod template that a control doesn't allow. */
export interface Offence {
  /** Keys and list positions from the top of the object. */
  readonly path: Path;
  /** What stands there: `is true`, `is not set`. */
  readonly given: string;
  /** What may stand there. */
  readonly allowed: string;
}

/**
 * One control of the Pod Security Standards: what it finds in a template.
 *
 * Source: kubernetes.io, Pod Security Standards; k8s.io/pod-security-admission v0.29, package policy
 */
export type Control = (template: PodTemplate) => readonly Offence[];

/** A security context and where it stands: the pod's own, or a container's. */
export interface SecurityContext {
  readonly path: Path;
  readonly context: Readonly<Record<string, unknown>>;
}

/** The context of the pod; empty where it has none. */
export function podContext({ path, spec }: PodTemplate): SecurityContext {
  return { path: [...path, "spec", "securityContext"], context: mappingAt(spec, ["securityContext"]) };
}

/** The contexts of the containers, those that run before the others included; empty where one has none. */
export function containerContexts(template: PodTemplate): readonly SecurityContext[] {
  return containersOf(template).map(({ container, path }) => ({
    path: [...path, "securityContext"],
    context: mappingAt(container, ["securityContext"]),
  }));
}

/** The pod's context, then the containers'. */
export function securityContexts(template: PodTemplate): readonly SecurityContext[] {
  return [podContext(template), ...containerContexts(template)];
}

/** What a value is, for a message. */
export function givenText(value: unknown): string {
  return value === undefined || value === null ? "is not set" : `is ${String(value)}`;
}
