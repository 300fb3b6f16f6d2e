import { spotNodeLabel } from "../../../../policies/rules/nodes/spot-node-label";
import { inputsIn, resource } from "../../estate-fixture";
import { MANAGED, nodeGroups } from "../../node-fixture";
import { describeRule } from "../../rule-cases";

const handler = (inputs: object) => resource("kubernetes:helm.sh/v3:Release", "termination-handler", { ...inputs });

describeRule(spotNodeLabel, {
  good: () => {
    const { resources } = nodeGroups();
    return { resources: [...resources, handler({ chart: "aws-node-termination-handler" }) as never] };
  },
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
    [
      "a release of which nothing is shown",
      (things) => delete inputsIn(things, "termination-handler").chart,
      [`${MANAGED}: every input is unknown before it is created`],
    ],
  ],
  ignores: [
    [
      "a stack without the handler, where EKS drains the nodes of its groups",
      (things) => {
        delete inputsIn(things).labels;
        inputsIn(things, "termination-handler").chart = "metrics-server";
      },
    ],
    ["an on-demand group", (things) => Object.assign(inputsIn(things), { capacityType: "ON_DEMAND" })],
  ],
});
