import { nodeGroupZones } from "../../../../policies/rules/nodes/node-group-zones";
import { inputsIn } from "../../estate-fixture";
import { dropDependencies, MANAGED, nodeGroups, SCALING, SUBNET } from "../../node-fixture";
import { describeRule } from "../../rule-cases";

describeRule(nodeGroupZones, {
  good: nodeGroups,
  holds: [["subnets of another stack", (things) => dropDependencies(things, "web", SUBNET)]],
  breaks: [
    [
      "a managed group in one subnet",
      (things) => inputsIn(things).subnetIds.pop(),
      [`${MANAGED}: subnetIds: has 1 of them; it has to have at least 2`],
    ],
    [
      "a self-managed group in none",
      (things) => delete inputsIn(things, "brokers").vpcZoneIdentifiers,
      [`${SCALING}: vpcZoneIdentifiers: has 0 of them; it has to have at least 2`],
    ],
    [
      "two subnets of one zone",
      (things) => Object.assign(inputsIn(things, "private-b"), { availabilityZone: "us-east-1a" }),
      [
        `${MANAGED}: subnetIds: lies in us-east-1a alone; it has to be in at least 2 zones`,
        `${SCALING}: vpcZoneIdentifiers: lies in us-east-1a alone; it has to be in at least 2 zones`,
      ],
    ],
  ],
  unreadable: [
    [
      "subnets of which not even the number is known",
      (things) => Object.assign(inputsIn(things), { subnetIds: "[unknown]" }),
      [`${MANAGED}: subnetIds is unknown before it is created`],
    ],
  ],
});
