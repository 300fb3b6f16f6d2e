import { valueAt } from "../../../../charts/kube-object";
import { prodPlatform, prodWith } from "../../../infra/prod-platform";
import { documented } from "../../rendered";

const RBAC = "rbac.authorization.k8s.io";
const rendered = documented(prodPlatform());
const rules = (reference: string) => rendered(`${RBAC}/${reference}`).rules;
const EVENTS = { apiGroups: ["", "events.k8s.io"], resources: ["events"], verbs: ["create", "patch"] };

test("in all namespaces the operator reads pods and StatefulSets, and nothing more", () => {
  expect(rules("ClusterRole redis-operator")).toEqual([
    { apiGroups: [""], resources: ["pods"], verbs: ["get", "list", "watch"] },
    { apiGroups: ["apps"], resources: ["statefulsets"], verbs: ["get", "list", "watch"] },
  ]);
});

test("in the namespace of the clusters it deletes pods and runs commands in them", () => {
  expect(rules("Role redis-prod/redis-operator")).toEqual([
    { apiGroups: [""], resources: ["pods"], verbs: ["delete"] },
    { apiGroups: [""], resources: ["pods/exec"], verbs: ["create"] },
    EVENTS,
  ]);
});

test("in its own namespace it is elected", () => {
  expect(rules("Role redis-system/redis-operator-leader-election")).toEqual([
    { apiGroups: ["coordination.k8s.io"], resources: ["leases"], verbs: ["get", "create", "update"] },
    EVENTS,
  ]);
});

test.each([
  ["ClusterRoleBinding redis-operator", "ClusterRole", "redis-operator"],
  ["RoleBinding redis-prod/redis-operator", "Role", "redis-operator"],
  ["RoleBinding redis-system/redis-operator-leader-election", "Role", "redis-operator-leader-election"],
])("%s gives the role to the operator's account alone", (reference, kind, name) => {
  const binding = rendered(`${RBAC}/${reference}`);
  expect(binding.roleRef).toEqual({ apiGroup: RBAC, kind, name });
  expect(binding.subjects).toEqual([{ kind: "ServiceAccount", name: "redis-operator", namespace: "redis-system" }]);
});

test("the rights move with the clusters' namespace", () => {
  const moved = documented(
    prodWith((input) => {
      input.redis.namespace = "redis-blue";
    }),
  )(`${RBAC}/RoleBinding redis-blue/redis-operator`);
  expect(valueAt(moved, ["subjects", 0, "namespace"])).toBe("redis-system");
});
