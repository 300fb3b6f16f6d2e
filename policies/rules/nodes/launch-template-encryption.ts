import type { ec2 } from "@pulumi/aws";
import { ROOT_DEVICE } from "../../../config/reference/root-device";
import { LAUNCH_TEMPLATE } from "../../node-groups";
import { isGiven } from "../../resource";
import { problem, resourceRule } from "../../rule";

/** Every EBS volume of a launch template is encrypted with a key of the account, the root volume among them. */
export const launchTemplateEncryption = resourceRule<ec2.LaunchTemplateArgs>(
  {
    id: "launch-template-encryption",
    title: "Launch templates encrypt the root volume, and every other one, with a key of the account",
    severity: "high",
    enforcement: "mandatory",
    why: "Images, logs and whatever pods write to their disk would lie readable in a snapshot; without a mapping EC2 takes the volume as the image has it.",
    remediation: `Give blockDeviceMappings a mapping of ${ROOT_DEVICE} with ebs.encrypted true and ebs.kmsKeyId, and each other one the same.`,
    link: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
  },
  {
    types: [LAUNCH_TEMPLATE],
    check: ({ inputs: { blockDeviceMappings } }) => {
      // A disk of the instance is mapped without ebs.
      const volumes = (blockDeviceMappings ?? []).flatMap(({ deviceName, ebs }, index) =>
        ebs === undefined || ebs === null ? [] : [{ deviceName, ebs, index }],
      );
      const root = volumes.some(({ deviceName }) => deviceName === ROOT_DEVICE);
      const missing = `has no volume for ${ROOT_DEVICE}, the root device; it has to have one`;
      const faults = volumes.flatMap(({ deviceName, ebs, index }) => {
        const at = (field: string) => ["blockDeviceMappings", index, "ebs", field];
        const volume = `the volume of ${deviceName}`;
        return [
          // The provider takes it as text.
          ...(String(ebs.encrypted) === "true"
            ? []
            : [problem(at("encrypted"), `is ${ebs.encrypted ?? "not set"} for ${volume}; it has to be true`)]),
          // Only that there is one: a preview doesn't know the ARN of a key to come.
          ...(isGiven(ebs, "kmsKeyId")
            ? []
            : [problem(at("kmsKeyId"), `is not set for ${volume}; it has to be a KMS key of the account`)]),
        ];
      });
      return [...(root ? [] : [problem("blockDeviceMappings", missing)]), ...faults];
    },
  },
);
