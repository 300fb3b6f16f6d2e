import { eksDeletionProtection } from "../../../../policies/rules/cluster/eks-deletion-protection";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const CLUSTER = "aws:eks/cluster:Cluster";

describeRule(eksDeletionProtection, {
  good: () => ({ resources: [resource(CLUSTER, "main", { deletionProtection: true })] }),
  breaks: [
    [
      "protection turned off",
      (things) => Object.assign(inputsIn(things), { deletionProtection: false }),
      [`${CLUSTER} main: deletionProtection: is false; it has to be true`],
    ],
    [
      "the default of EKS, which is none",
      (things) => delete inputsIn(things).deletionProtection,
      [`${CLUSTER} main: deletionProtection: is not set; it has to be true`],
    ],
  ],
  unreadable: [
    [
      "protection that is decided later",
      (things) => Object.assign(inputsIn(things), { deletionProtection: "[unknown]" }),
      [`${CLUSTER} main: deletionProtection is unknown before it is created`],
    ],
  ],
});
