import { accessEntryGroups } from "../../../../policies/rules/cluster/access-entry-groups";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const ENTRY = "aws:eks/accessEntry:AccessEntry";

describeRule(accessEntryGroups, {
  good: () => ({ resources: [resource(ENTRY, "team", { kubernetesGroups: ["developers"] })] }),
  holds: [["no group", (things) => delete inputsIn(things).kubernetesGroups]],
  breaks: [
    [
      "the group that may do everything",
      (things) => inputsIn(things).kubernetesGroups.push("system:masters"),
      [`${ENTRY} team: kubernetesGroups[1]: is system:masters; it has to be a group that doesn't begin with system:`],
    ],
    [
      "the group of nodes",
      (things) => Object.assign(inputsIn(things), { kubernetesGroups: ["system:nodes"] }),
      [`${ENTRY} team: kubernetesGroups[0]: is system:nodes; it has to be a group that doesn't begin with system:`],
    ],
  ],
  ignores: [
    [
      "the groups that EKS gives to nodes",
      (things) => Object.assign(inputsIn(things), { type: "EC2_LINUX", kubernetesGroups: ["system:nodes"] }),
    ],
  ],
  unreadable: [
    [
      "a group that is known later",
      (things) => Object.assign(inputsIn(things), { kubernetesGroups: ["[unknown]"] }),
      [`${ENTRY} team: kubernetesGroups[0] is unknown before it is created`],
    ],
  ],
});
