import { LAUNCH_TEMPLATE } from "../../../../policies/node-groups";
import { launchTemplateEncryption } from "../../../../policies/rules/nodes/launch-template-encryption";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const IS = `${LAUNCH_TEMPLATE} web: blockDeviceMappings`;

describeRule(launchTemplateEncryption, {
  good: () => ({
    resources: [
      resource(LAUNCH_TEMPLATE, "web", {
        blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true", kmsKeyId: "[unknown]" } }],
      }),
    ],
  }),
  holds: [
    [
      "the boolean that a provider may make of it",
      (things) => Object.assign(inputsIn(things).blockDeviceMappings[0].ebs, { encrypted: true }),
    ],
    [
      "a disk of the instance",
      (things) => inputsIn(things).blockDeviceMappings.push({ deviceName: "/dev/sdb", virtualName: "ephemeral0" }),
    ],
  ],
  breaks: [
    [
      "a volume in the clear",
      (things) => Object.assign(inputsIn(things).blockDeviceMappings[0].ebs, { encrypted: "false" }),
      [`${IS}[0].ebs.encrypted: is false for the volume of /dev/xvda; it has to be true`],
    ],
    [
      "encryption left to the account",
      (things) => delete inputsIn(things).blockDeviceMappings[0].ebs.encrypted,
      [`${IS}[0].ebs.encrypted: is not set for the volume of /dev/xvda; it has to be true`],
    ],
    [
      "the key of AWS",
      (things) => delete inputsIn(things).blockDeviceMappings[0].ebs.kmsKeyId,
      [`${IS}[0].ebs.kmsKeyId: is not set for the volume of /dev/xvda; it has to be a KMS key of the account`],
    ],
    [
      "the root volume as the image has it",
      (things) => delete inputsIn(things).blockDeviceMappings,
      [`${IS}: has no volume for /dev/xvda, the root device; it has to have one`],
    ],
    [
      "a second volume in the clear",
      (things) =>
        inputsIn(things).blockDeviceMappings.push({ deviceName: "/dev/xvdb", ebs: { kmsKeyId: "[unknown]" } }),
      [`${IS}[1].ebs.encrypted: is not set for the volume of /dev/xvdb; it has to be true`],
    ],
  ],
  unreadable: [
    [
      "encryption that is decided later",
      (things) => Object.assign(inputsIn(things).blockDeviceMappings[0].ebs, { encrypted: "[unknown]" }),
      [`${LAUNCH_TEMPLATE} web: blockDeviceMappings[0].ebs.encrypted is unknown before it is created`],
    ],
  ],
});
