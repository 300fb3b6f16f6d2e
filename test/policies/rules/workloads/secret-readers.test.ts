import { secretReaders } from "../../../../policies/rules/workloads/secret-readers";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { rbac } from "./workload-objects";

const ruleIn = (things: Parameters<typeof objectNamed>[0]) => objectNamed(things, "watcher").rules[1];
const SUBJECT = "rbac.authorization.k8s.io/ClusterRole watcher: rules[1]";

describeRule(secretReaders, {
  good: () => ({
    objects: [
      rbac("ClusterRole", "watcher", {
        rules: [
          { apiGroups: [""], resources: ["pods"], verbs: ["get", "list", "watch"] },
          { apiGroups: [""], resources: ["secrets"], resourceNames: ["ca"], verbs: ["get"] },
        ],
      }),
      rbac("ClusterRoleBinding", "all", { roleRef: { kind: "ClusterRole", name: "watcher" } }),
    ],
  }),
  holds: [
    ["writing without reading", (things) => Object.assign(ruleIn(things), { resourceNames: [], verbs: ["create"] })],
  ],
  breaks: [
    [
      "Secrets of any name",
      (things) => delete ruleIn(things).resourceNames,
      [`${SUBJECT}: allows get of Secrets in every namespace`],
    ],
    [
      "Secrets in a list",
      (things) => Object.assign(ruleIn(things), { resourceNames: [], verbs: ["list", "watch"] }),
      [`${SUBJECT}: allows list, watch of Secrets in every namespace`],
    ],
    [
      "Secrets among everything",
      (things) =>
        Object.assign(ruleIn(things), { apiGroups: ["*"], resources: ["*"], resourceNames: [], verbs: ["*"] }),
      [`${SUBJECT}: allows * of Secrets in every namespace`],
    ],
  ],
  ignores: [
    [
      "a role that is given in single namespaces",
      (things) => {
        delete ruleIn(things).resourceNames;
        objectNamed(things, "all").kind = "RoleBinding";
      },
    ],
  ],
});
