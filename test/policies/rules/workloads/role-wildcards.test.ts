import { roleWildcards } from "../../../../policies/rules/workloads/role-wildcards";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { rbac } from "./workload-objects";

const ruleIn = (things: Parameters<typeof objectNamed>[0]) => objectNamed(things, "watcher").rules[0];
const WATCHER = "rbac.authorization.k8s.io/ClusterRole watcher: rules[0]";

describeRule(roleWildcards, {
  good: () => ({
    objects: [
      rbac("ClusterRole", "watcher", { rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get", "list"] }] }),
      rbac("Role", "restarter", { rules: [{ apiGroups: ["apps"], resources: ["deployments"], verbs: ["patch"] }] }),
    ],
  }),
  breaks: [
    [
      "everything of everything",
      (things) => Object.assign(ruleIn(things), { apiGroups: ["*"], resources: ["*"], verbs: ["*"] }),
      [
        `${WATCHER}.apiGroups: holds *; each has to be named`,
        `${WATCHER}.resources: holds *; each has to be named`,
        `${WATCHER}.verbs: holds *; each has to be named`,
      ],
    ],
    [
      "all verbs",
      (things) => Object.assign(ruleIn(things), { verbs: ["get", "*"] }),
      [`${WATCHER}.verbs: holds *; each has to be named`],
    ],
    [
      "a part of every resource",
      (things) => Object.assign(ruleIn(things), { resources: ["*/scale"] }),
      [`${WATCHER}.resources: holds *; each has to be named`],
    ],
    [
      "every path of the API server",
      (things) => Object.assign(ruleIn(things), { nonResourceURLs: ["*"] }),
      [`${WATCHER}.nonResourceURLs: holds *; each has to be named`],
    ],
    [
      "a role of one namespace",
      (things) => Object.assign(objectNamed(things, "restarter").rules[0], { resources: ["*"] }),
      ["rbac.authorization.k8s.io/Role shop/restarter: rules[0].resources: holds *; each has to be named"],
    ],
  ],
});
