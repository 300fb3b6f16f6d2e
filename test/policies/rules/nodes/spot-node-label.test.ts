import { spotNodeLabel } from "../../../../policies/rules/nodes/spot-node-label";
import { inputsIn } from "../../estate-fixture";
import { MANAGED, nodeGroups } from "../../node-fixture";
import { describeRule } from "../../rule-cases";

describeRule(spotNodeLabel, {
  good: nodeGroups,
  breaks: [
    [
      "a spot group without labels",
      (things) => delete inputsIn(things).labels,
      [`${MANAGED}: labels.capacity-type: is not set; it has to be spot`],
    ],
    [
      "a label of another value",
      (things) => Object.assign(inputsIn(things), { labels: { "capacity-type": "SPOT" } }),
      [`${MANAGED}: labels.capacity-type: is SPOT; it has to be spot`],
    ],
  ],
  unreadable: [
    [
      "a label that is known later",
      (things) => Object.assign(inputsIn(things), { labels: { "capacity-type": "[unknown]" } }),
      [`${MANAGED}: labels.capacity-type is unknown before it is created`],
    ],
  ],
  ignores: [["an on-demand group", (things) => Object.assign(inputsIn(things), { capacityType: "ON_DEMAND" })]],
});
