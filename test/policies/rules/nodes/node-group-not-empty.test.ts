import { nodeGroupNotEmpty } from "../../../../policies/rules/nodes/node-group-not-empty";
import { inputsIn } from "../../estate-fixture";
import { MANAGED, nodeGroups, SCALING } from "../../node-fixture";
import { describeRule } from "../../rule-cases";

describeRule(nodeGroupNotEmpty, {
  good: nodeGroups,
  breaks: [
    [
      "a managed group without a node",
      (things) => Object.assign(inputsIn(things).scalingConfig, { minSize: 0, desiredSize: 0 }),
      [`${MANAGED}: scalingConfig.desiredSize: is 0; it has to be at least 1`],
    ],
    [
      "a self-managed group without one",
      (things) => Object.assign(inputsIn(things, "brokers"), { minSize: 0, desiredCapacity: 0 }),
      [`${SCALING}: desiredCapacity: is 0; it has to be at least 1`],
    ],
  ],
  unreadable: [
    [
      "a number that is known later",
      (things) => Object.assign(inputsIn(things).scalingConfig, { desiredSize: "[unknown]" }),
      [`${MANAGED}: scalingConfig.desiredSize is unknown before it is created`],
    ],
  ],
});
