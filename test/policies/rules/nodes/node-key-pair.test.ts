import { LAUNCH_TEMPLATE, NODE_GROUP } from "../../../../policies/node-groups";
import { nodeKeyPair } from "../../../../policies/rules/nodes/node-key-pair";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

describeRule(nodeKeyPair, {
  good: () => ({ resources: [resource(LAUNCH_TEMPLATE, "template", {}), resource(NODE_GROUP, "web", {})] }),
  holds: [["the empty name that the cloud answers", (things) => Object.assign(inputsIn(things), { keyName: "" })]],
  breaks: [
    [
      "a key in the template",
      (things) => Object.assign(inputsIn(things, "template"), { keyName: "ops" }),
      [`${LAUNCH_TEMPLATE} template: keyName: is given; it has to be left out`],
    ],
    [
      "remote access of EKS",
      (things) => Object.assign(inputsIn(things, "web"), { remoteAccess: { ec2SshKey: "ops" } }),
      [`${NODE_GROUP} web: remoteAccess.ec2SshKey: is given; it has to be left out`],
    ],
    [
      "a key that is yet to be made",
      (things) => Object.assign(inputsIn(things, "template"), { keyName: "[unknown]" }),
      [`${LAUNCH_TEMPLATE} template: keyName: is given; it has to be left out`],
    ],
  ],
});
