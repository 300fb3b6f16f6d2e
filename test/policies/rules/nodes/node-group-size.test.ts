import { nodeGroupSize } from "../../../../policies/rules/nodes/node-group-size";
import { inputsIn } from "../../estate-fixture";
import { MANAGED, nodeGroups, SCALING } from "../../node-fixture";
import { describeRule } from "../../rule-cases";

describeRule(nodeGroupSize, {
  good: nodeGroups,
  holds: [
    [
      "a group that may be empty",
      (things) => Object.assign(inputsIn(things), { scalingConfig: { minSize: 0, desiredSize: 0, maxSize: 3 } }),
    ],
    ["a self-managed group that begins with the least", (things) => delete inputsIn(things, "brokers").desiredCapacity],
  ],
  breaks: [
    [
      "fewer than the least",
      (things) => Object.assign(inputsIn(things).scalingConfig, { desiredSize: 0 }),
      [`${MANAGED}: scalingConfig.desiredSize: is 0; it has to be from 1 to 9`],
    ],
    [
      "more than the most",
      (things) => Object.assign(inputsIn(things, "brokers"), { desiredCapacity: 4 }),
      [`${SCALING}: desiredCapacity: is 4; it has to be from 3 to 3`],
    ],
    [
      "a most below the least",
      (things) => Object.assign(inputsIn(things, "brokers"), { maxSize: 2 }),
      [`${SCALING}: maxSize: is 2; it has to be at least 1, and no less than minSize, which is 3`],
    ],
    [
      "a group that never gets a node",
      (things) => Object.assign(inputsIn(things), { scalingConfig: { minSize: 0, desiredSize: 0, maxSize: 0 } }),
      [`${MANAGED}: scalingConfig.maxSize: is 0; it has to be at least 1, and no less than minSize, which is 0`],
    ],
  ],
  unreadable: [
    [
      "sizes that are known later",
      (things) => Object.assign(inputsIn(things), { scalingConfig: "[unknown]" }),
      [`${MANAGED}: scalingConfig is unknown before it is created`],
    ],
  ],
  ignores: [
    [
      "an Auto Scaling group of something else",
      (things) => {
        things.resources = things.resources.filter(({ name }) => name === "brokers");
        inputsIn(things).tags = [];
      },
    ],
  ],
});

describeRule(nodeGroupSize, {
  good: nodeGroups,
  breaks: [
    [
      "an Auto Scaling group whose template alone is tagged as the cluster's",
      (things) => {
        inputsIn(things, "brokers").tags = [];
        inputsIn(things, "brokers").desiredCapacity = 1;
      },
      [`${SCALING}: desiredCapacity: is 1; it has to be from 3 to 3`],
    ],
  ],
});
