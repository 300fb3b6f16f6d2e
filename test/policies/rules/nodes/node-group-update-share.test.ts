import { nodeGroupUpdateShare } from "../../../../policies/rules/nodes/node-group-update-share";
import { inputsIn } from "../../estate-fixture";
import { MANAGED, nodeGroups, SCALING } from "../../node-fixture";
import { describeRule } from "../../rule-cases";

describeRule(nodeGroupUpdateShare, {
  good: nodeGroups,
  holds: [
    ["the default of EKS, one node", (things) => delete inputsIn(things).updateConfig],
    ["one node of six", (things) => Object.assign(inputsIn(things), { updateConfig: { maxUnavailable: 1 } })],
    [
      "a refresh that keeps nine of ten",
      (things) => Object.assign(inputsIn(things, "brokers"), { instanceRefresh: { strategy: "Rolling" } }),
    ],
  ],
  breaks: [
    [
      "half the group",
      (things) => Object.assign(inputsIn(things), { updateConfig: { maxUnavailablePercentage: 50 } }),
      [`${MANAGED}: updateConfig.maxUnavailablePercentage: is 50; it has to be at most 33`],
    ],
    [
      "two nodes of six",
      (things) => Object.assign(inputsIn(things), { updateConfig: { maxUnavailable: 2 } }),
      [`${MANAGED}: updateConfig.maxUnavailable: is 2 of 6 nodes; it has to be at most 1`],
    ],
    [
      "a refresh of everything at once",
      (things) =>
        Object.assign(inputsIn(things, "brokers"), { instanceRefresh: { preferences: { minHealthyPercentage: 0 } } }),
      [`${SCALING}: instanceRefresh.preferences.minHealthyPercentage: is 0; it has to be at least 67`],
    ],
  ],
  unreadable: [
    [
      "a share that is known later",
      (things) => Object.assign(inputsIn(things), { updateConfig: "[unknown]" }),
      [`${MANAGED}: updateConfig is unknown before it is created`],
    ],
  ],
});
