import type { KubeObject } from "../../../charts/kube-object";
import type { Estate } from "../../estate";
import { CLUSTER_ROLE, CLUSTER_ROLE_BINDING, type RoleRule, roleOf, rulesOf } from "../../rbac/bindings";
import { objectRule, problem } from "../../rule";

/** By each of these the content of a Secret comes along: a list has whole objects in it. */
const READING: readonly unknown[] = ["get", "list", "watch", "*"];

/** Nobody reads the Secrets of all namespaces. */
export const secretReaders = objectRule(
  {
    id: "secret-readers",
    title: "No role that holds for the whole cluster reads Secrets",
    severity: "critical",
    enforcement: "mandatory",
    why: "The tokens of other service accounts are Secrets too, or are made with them: who reads all of them may do what anybody may.",
    remediation: "Bind the role in the namespaces that it is for (RoleBinding), or name the Secrets in resourceNames.",
    link: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets",
  },
  {
    kinds: [CLUSTER_ROLE],
    when: isBoundEverywhere,
    check: (role) =>
      rulesOf(role)
        .filter(readsSecrets)
        .map(({ index, verbs }) =>
          problem(["rules", index], `allows ${verbs.join(", ")} of Secrets in every namespace`),
        ),
  },
);

function isBoundEverywhere(role: KubeObject, estate: Estate): boolean {
  return estate
    .ofKind(CLUSTER_ROLE_BINDING)
    .map(roleOf)
    .some(({ kind, name }) => kind === "ClusterRole" && name === role.metadata.name);
}

function readsSecrets({ apiGroups, resources, resourceNames, verbs }: RoleRule): boolean {
  return (
    apiGroups.some((group) => group === "" || group === "*") &&
    resources.some((resource) => resource === "secrets" || resource === "*") &&
    verbs.some((verb) => READING.includes(verb)) &&
    resourceNames.length === 0
  );
}
