import { spotInstanceChoice } from "../../../../policies/rules/nodes/spot-instance-choice";
import { inputsIn } from "../../estate-fixture";
import { MANAGED, nodeGroups } from "../../node-fixture";
import { describeRule } from "../../rule-cases";

const ALLOWED = "it has to be at least 3 types";

describeRule(spotInstanceChoice, {
  good: nodeGroups,
  breaks: [
    [
      "two types",
      (things) => inputsIn(things).instanceTypes.pop(),
      [`${MANAGED}: instanceTypes: is m6i.2xlarge, m5.2xlarge; ${ALLOWED}`],
    ],
    [
      "one type three times",
      (things) => inputsIn(things).instanceTypes.fill("m5.2xlarge"),
      [`${MANAGED}: instanceTypes: is m5.2xlarge; ${ALLOWED}`],
    ],
    [
      "the default of EKS",
      (things) => delete inputsIn(things).instanceTypes,
      [`${MANAGED}: instanceTypes: is empty; ${ALLOWED}`],
    ],
  ],
  unreadable: [
    [
      "a way of buying that is known later",
      (things) => Object.assign(inputsIn(things), { capacityType: "[unknown]" }),
      [`${MANAGED}: capacityType is unknown before it is created`],
    ],
  ],
  ignores: [
    [
      "an on-demand group",
      (things) => Object.assign(inputsIn(things), { capacityType: "ON_DEMAND", instanceTypes: ["m5.2xlarge"] }),
    ],
  ],
});
