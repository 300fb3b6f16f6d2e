import { LAUNCH_TEMPLATE } from "../../../../policies/node-groups";
import { nodeGroupLaunchTemplate } from "../../../../policies/rules/nodes/node-group-launch-template";
import { inputsIn } from "../../estate-fixture";
import { dropDependencies, MANAGED, nodeGroups, SCALING } from "../../node-fixture";
import { describeRule } from "../../rule-cases";

describeRule(nodeGroupLaunchTemplate, {
  good: nodeGroups,
  holds: [
    [
      "a policy of mixed instances, which names the template",
      (things) => {
        delete inputsIn(things, "brokers").launchTemplate;
        Object.assign(inputsIn(things, "brokers"), { mixedInstancesPolicy: "[unknown]" });
      },
    ],
  ],
  breaks: [
    [
      "the template that EKS would make",
      (things) => delete inputsIn(things, "web").launchTemplate,
      [`${MANAGED}: launchTemplate: is not set; it has to be a LaunchTemplate of the stack`],
    ],
    [
      "a template of somebody else",
      (things) => dropDependencies(things, "brokers", LAUNCH_TEMPLATE),
      [`${SCALING}: launchTemplate: is none of the stack's; it has to be a LaunchTemplate of the stack`],
    ],
  ],
});
