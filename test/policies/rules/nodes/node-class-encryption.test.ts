import { nodeClassEncryption } from "../../../../policies/rules/nodes/node-class-encryption";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const IS = "karpenter.k8s.aws/EC2NodeClass default: spec.blockDeviceMappings";

describeRule(nodeClassEncryption, {
  good: () => ({
    objects: [
      {
        apiVersion: "karpenter.k8s.aws/v1beta1",
        kind: "EC2NodeClass",
        metadata: { name: "default" },
        spec: { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: true } }] },
      },
    ],
  }),
  breaks: [
    [
      "a volume in the clear",
      (things) => Object.assign(objectNamed(things).spec.blockDeviceMappings[0].ebs, { encrypted: false }),
      [`${IS}[0].ebs.encrypted: is false for the volume of /dev/xvda; it has to be true`],
    ],
    [
      "encryption left to the account",
      (things) => delete objectNamed(things).spec.blockDeviceMappings[0].ebs.encrypted,
      [`${IS}[0].ebs.encrypted: is not set for the volume of /dev/xvda; it has to be true`],
    ],
    [
      "the root volume as the image has it",
      (things) => delete objectNamed(things).spec.blockDeviceMappings,
      [`${IS}: has no volume for /dev/xvda, the root device; it has to have one`],
    ],
  ],
});
