import { listAt, textAt } from "../../charts/checks/object-readers";
import type { KubeObject } from "../../charts/kube-object";
import type { Estate } from "../estate";

const RBAC = "rbac.authorization.k8s.io";

/** Kinds of RBAC, as rules name them. */
export const ROLE = `${RBAC}/Role`;
export const CLUSTER_ROLE = `${RBAC}/ClusterRole`;
export const ROLE_BINDING = `${RBAC}/RoleBinding`;
export const CLUSTER_ROLE_BINDING = `${RBAC}/ClusterRoleBinding`;

/** Somebody to whom a binding gives a role. */
export interface BoundSubject {
  /** Position in the binding's list. */
  readonly index: number;
  /** ServiceAccount, User or Group. */
  readonly kind: string;
  readonly name: string;
  /** Of a service account; empty for users and groups. */
  readonly namespace: string;
}

/** To whom a binding gives its role. */
export function subjectsOf(binding: KubeObject): readonly BoundSubject[] {
  return listAt(binding, ["subjects"]).map((subject, index) => ({
    index,
    kind: textAt(subject, ["kind"]),
    name: textAt(subject, ["name"]),
    namespace: textAt(subject, ["namespace"]),
  }));
}

/** The role that a binding gives: kind and name. */
export function roleOf(binding: KubeObject): { readonly kind: string; readonly name: string } {
  return { kind: textAt(binding, ["roleRef", "kind"]), name: textAt(binding, ["roleRef", "name"]) };
}

/**
 * Whether a service account has a role of this estate: by its own name, or as one of its namespace's or of all. What every account may do (`system:authenticated`) doesn't count:
 * it is no reason to carry a token.
 *
 * Source: kubernetes.io, Using RBAC Authorization, Referring to subjects
 */
export function hasRole(namespace: string, account: string, estate: Estate): boolean {
  const groups = ["system:serviceaccounts", `system:serviceaccounts:${namespace}`];
  const users = `system:serviceaccount:${namespace}:${account}`;
  return [...estate.ofKind(ROLE_BINDING), ...estate.ofKind(CLUSTER_ROLE_BINDING)].some((binding) =>
    subjectsOf(binding).some((subject) => {
      if (subject.kind === "Group") return groups.includes(subject.name);
      if (subject.kind === "User") return subject.name === users;
      return subject.name === account && (subject.namespace || binding.metadata.namespace) === namespace;
    }),
  );
}

/** A rule of a role, and where it stands. */
export interface RoleRule {
  readonly index: number;
  readonly apiGroups: readonly unknown[];
  readonly resources: readonly unknown[];
  readonly resourceNames: readonly unknown[];
  readonly nonResourceUrls: readonly unknown[];
  readonly verbs: readonly unknown[];
}

/** The rules of a role. */
export function rulesOf(role: KubeObject): readonly RoleRule[] {
  return listAt(role, ["rules"]).map((rule, index) => ({
    index,
    apiGroups: listAt(rule, ["apiGroups"]),
    resources: listAt(rule, ["resources"]),
    resourceNames: listAt(rule, ["resourceNames"]),
    nonResourceUrls: listAt(rule, ["nonResourceURLs"]),
    verbs: listAt(rule, ["verbs"]),
  }));
}
