import { nodeGroupForcedUpdate } from "../../../../policies/rules/nodes/node-group-forced-update";
import { inputsIn } from "../../estate-fixture";
import { MANAGED, nodeGroups } from "../../node-fixture";
import { describeRule } from "../../rule-cases";

describeRule(nodeGroupForcedUpdate, {
  good: nodeGroups,
  holds: [["the default of EKS", (things) => delete inputsIn(things).forceUpdateVersion]],
  breaks: [
    [
      "a forced update",
      (things) => Object.assign(inputsIn(things), { forceUpdateVersion: true }),
      [`${MANAGED}: forceUpdateVersion: is true; it has to be false, or left out`],
    ],
  ],
  unreadable: [
    [
      "what is decided later",
      (things) => Object.assign(inputsIn(things), { forceUpdateVersion: "[unknown]" }),
      [`${MANAGED}: forceUpdateVersion is unknown before it is created`],
    ],
  ],
});
