import { CLUSTER_ROLE, ROLE, rulesOf } from "../../rbac/bindings";
import { objectRule, problem } from "../../rule";

/** Roles say what they allow. */
export const roleWildcards = objectRule(
  {
    id: "role-wildcards",
    title: "Roles name their verbs, resources and groups",
    severity: "high",
    enforcement: "mandatory",
    why: "A wildcard also allows what nobody thought of: Secrets, and every kind that is installed later.",
    remediation: "List the verbs and resources that are used.",
    link: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege",
  },
  {
    kinds: [ROLE, CLUSTER_ROLE],
    check: (role) =>
      rulesOf(role).flatMap(({ index, apiGroups, resources, verbs, nonResourceUrls }) =>
        Object.entries({ apiGroups, resources, verbs, nonResourceURLs: nonResourceUrls })
          // A star in a group is */scale: the scale of whatever there is.
          .filter(([, values]) => values.some((value) => String(value).split("/").includes("*")))
          .map(([field]) => problem(["rules", index, field], "holds *; each has to be named")),
      ),
  },
);
