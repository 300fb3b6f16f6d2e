import { nodePublicAddresses } from "../../../../policies/rules/platform/node-public-addresses";
import { inputsIn, objectNamed, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

describeRule(nodePublicAddresses, {
  good: () => ({
    resources: [resource(TEMPLATE, "nodes", { networkInterfaces: [{ associatePublicIpAddress: "false" }] })],
    objects: [
      {
        apiVersion: "karpenter.k8s.aws/v1beta1",
        kind: "EC2NodeClass",
        metadata: { name: "default" },
        spec: { associatePublicIPAddress: false },
      },
    ],
  }),
  holds: [
    ["no interfaces of its own", (things) => delete inputsIn(things).networkInterfaces],
    ["a class that says nothing", (things) => delete objectNamed(things).spec.associatePublicIPAddress],
  ],
  breaks: [
    [
      "an interface with a public address",
      (things) => Object.assign(inputsIn(things).networkInterfaces[0], { associatePublicIpAddress: "true" }),
      [`${TEMPLATE} nodes: networkInterfaces[0].associatePublicIpAddress: is true; it has to be false`],
    ],
    [
      "a node class with public addresses",
      (things) => Object.assign(objectNamed(things).spec, { associatePublicIPAddress: true }),
      ["karpenter.k8s.aws/EC2NodeClass default: spec.associatePublicIPAddress: is true; it has to be false"],
    ],
  ],
});
