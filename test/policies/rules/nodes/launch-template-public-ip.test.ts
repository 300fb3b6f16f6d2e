import { LAUNCH_TEMPLATE } from "../../../../policies/node-groups";
import { launchTemplatePublicIp } from "../../../../policies/rules/nodes/launch-template-public-ip";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

describeRule(launchTemplatePublicIp, {
  good: () => ({ resources: [resource(LAUNCH_TEMPLATE, "web", { networkInterfaces: [{ deviceIndex: 0 }] })] }),
  holds: [
    ["no interface", (things) => delete inputsIn(things).networkInterfaces],
    [
      "an interface that refuses one",
      (things) => Object.assign(inputsIn(things).networkInterfaces[0], { associatePublicIpAddress: "false" }),
    ],
  ],
  breaks: [
    [
      "an interface that asks for one",
      (things) => Object.assign(inputsIn(things).networkInterfaces[0], { associatePublicIpAddress: "true" }),
      [
        `${LAUNCH_TEMPLATE} web: networkInterfaces[0].associatePublicIpAddress: is true; it has to be false, or left out`,
      ],
    ],
  ],
  unreadable: [
    [
      "an interface that is known later",
      (things) => Object.assign(inputsIn(things).networkInterfaces[0], { associatePublicIpAddress: "[unknown]" }),
      [`${LAUNCH_TEMPLATE} web: networkInterfaces[0].associatePublicIpAddress is unknown before it is created`],
    ],
  ],
});
