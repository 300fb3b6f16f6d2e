import { nodeGroupPrivateSubnets } from "../../../../policies/rules/nodes/node-group-private-subnets";
import { inputsIn } from "../../estate-fixture";
import { dropDependencies, MANAGED, nodeGroups, SCALING, SUBNET } from "../../node-fixture";
import { describeRule } from "../../rule-cases";

const MESSAGE = "subnets: private-b has mapPublicIpOnLaunch true; it has to be false";

describeRule(nodeGroupPrivateSubnets, {
  good: nodeGroups,
  breaks: [
    [
      "a subnet that hands out public addresses",
      (things) => Object.assign(inputsIn(things, "private-b"), { mapPublicIpOnLaunch: true }),
      [`${MANAGED}: ${MESSAGE}`, `${SCALING}: ${MESSAGE}`],
    ],
  ],
  unreadable: [
    [
      "a subnet of which that is known later",
      (things) => {
        Object.assign(inputsIn(things, "private-a"), { mapPublicIpOnLaunch: "[unknown]" });
        dropDependencies(things, "brokers", SUBNET);
      },
      [`${MANAGED}: mapPublicIpOnLaunch is unknown before it is created`],
    ],
  ],
  ignores: [
    [
      "subnets of another stack",
      (things) => {
        dropDependencies(things, "web", SUBNET);
        dropDependencies(things, "brokers", SUBNET);
      },
    ],
  ],
});
