import { broadBindings } from "../../../../policies/rules/workloads/broad-bindings";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { rbac } from "./workload-objects";

const account = () => ({ kind: "ServiceAccount", name: "web", namespace: "shop" });
const EVERYWHERE = "rbac.authorization.k8s.io/ClusterRoleBinding everywhere";
const HERE = "rbac.authorization.k8s.io/RoleBinding shop/here";

describeRule(broadBindings, {
  good: () => ({
    objects: [
      rbac("ClusterRoleBinding", "everywhere", {
        roleRef: { kind: "ClusterRole", name: "watcher" },
        subjects: [account(), { kind: "Group", name: "platform-team" }],
      }),
      rbac("RoleBinding", "here", { roleRef: { kind: "ClusterRole", name: "edit" }, subjects: [account()] }),
    ],
  }),
  breaks: [
    [
      "cluster-admin",
      (things) => Object.assign(objectNamed(things, "everywhere").roleRef, { name: "cluster-admin" }),
      [`${EVERYWHERE}: roleRef.name: is cluster-admin; no binding may give it`],
    ],
    [
      "cluster-admin in one namespace",
      (things) => Object.assign(objectNamed(things, "here").roleRef, { name: "cluster-admin" }),
      [`${HERE}: roleRef.name: is cluster-admin; no binding may give it`],
    ],
    [
      "edit in all of them",
      (things) => Object.assign(objectNamed(things, "everywhere").roleRef, { name: "edit" }),
      [`${EVERYWHERE}: roleRef.name: is edit; no binding may give it`],
    ],
    [
      "the group of administrators, which no policy holds back",
      (things) => Object.assign(objectNamed(things, "everywhere").subjects[1], { name: "system:masters" }),
      [
        `${EVERYWHERE}: subjects[1].name: is system:masters; it has to be one service account, user or group of your own`,
      ],
    ],
    [
      "everybody who has an account",
      (things) => Object.assign(objectNamed(things, "everywhere").subjects[1], { name: "system:authenticated" }),
      [
        `${EVERYWHERE}: subjects[1].name: is system:authenticated; it has to be one service account, user or group of your own`,
      ],
    ],
    [
      "the account that every pod has",
      (things) => Object.assign(objectNamed(things, "here").subjects[0], { name: "default" }),
      [`${HERE}: subjects[0].name: is default; it has to be one service account, user or group of your own`],
    ],
  ],
});
