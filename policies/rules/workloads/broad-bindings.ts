import { type BoundSubject, CLUSTER_ROLE_BINDING, ROLE_BINDING, roleOf, subjectsOf } from "../../rbac/bindings";
import { objectRule, problem } from "../../rule";

/** Roles of Kubernetes' own that give a whole cluster away when they are given for it: all of them read Secrets. */
const CLUSTER_WIDE: readonly string[] = ["cluster-admin", "admin", "edit"];

/** Groups and users that many are, or anybody. */
const EVERYBODY: readonly string[] = [
  "system:anonymous",
  "system:authenticated",
  "system:masters",
  "system:serviceaccounts",
  "system:unauthenticated",
];

/** Nobody gets everything, and everybody gets nothing. */
export const broadBindings = objectRule(
  {
    id: "broad-bindings",
    title: "No binding gives cluster-admin, or a role to everybody",
    severity: "critical",
    enforcement: "mandatory",
    why: "One pod that is taken over, or one user, would own the cluster and each Secret in it.",
    remediation: "Bind a role that names what is needed to one service account or group of people.",
    link: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/",
  },
  {
    kinds: [ROLE_BINDING, CLUSTER_ROLE_BINDING],
    check: (binding) => {
      const { kind, name } = roleOf(binding);
      const tooMuch = binding.kind === "ClusterRoleBinding" ? CLUSTER_WIDE : ["cluster-admin"];
      return [
        ...(kind === "ClusterRole" && tooMuch.includes(name)
          ? [problem(["roleRef", "name"], `is ${name}; no binding may give it`)]
          : []),
        ...subjectsOf(binding)
          .filter(isEverybody)
          .map((subject) =>
            problem(
              ["subjects", subject.index, "name"],
              `is ${subject.name}; it has to be one service account, user or group of your own`,
            ),
          ),
      ];
    },
  },
);

/** The default account is every pod's that names none. */
function isEverybody({ kind, name }: BoundSubject): boolean {
  return kind === "ServiceAccount" ? name === "default" : EVERYBODY.includes(name);
}
