import { listAt, mappingAt, textAt } from "../../../charts/checks/object-readers";
import { ROOT_DEVICE } from "../../../config/reference/root-device";
import { objectRule, problem } from "../../rule";

const MAPPINGS = ["spec", "blockDeviceMappings"];

/** Every volume of a node class is encrypted, the root volume among them. With which key is the check `karpenter-node-classes`. */
export const nodeClassEncryption = objectRule(
  {
    id: "node-class-encryption",
    title: "Node classes encrypt the root volume, and every other one",
    severity: "high",
    enforcement: "mandatory",
    why: "Images, logs and whatever pods write to their disk would lie readable in a snapshot.",
    remediation: `Give spec.blockDeviceMappings a mapping of ${ROOT_DEVICE} with ebs.encrypted true, and each other one the same.`,
    link: "https://karpenter.sh/docs/concepts/nodeclasses/",
  },
  {
    kinds: ["karpenter.k8s.aws/EC2NodeClass"],
    check: (nodeClass) => {
      const mappings = listAt(nodeClass, MAPPINGS);
      return [
        ...(mappings.some((mapping) => textAt(mapping, ["deviceName"]) === ROOT_DEVICE)
          ? []
          : [problem(MAPPINGS, `has no volume for ${ROOT_DEVICE}, the root device; it has to have one`)]),
        ...mappings.flatMap((mapping, index) => {
          const { encrypted } = mappingAt(mapping, ["ebs"]);
          const volume = `the volume of ${textAt(mapping, ["deviceName"])}`;
          return encrypted === true
            ? []
            : [
                problem(
                  [...MAPPINGS, index, "ebs", "encrypted"],
                  `is ${encrypted ?? "not set"} for ${volume}; it has to be true`,
                ),
              ];
        }),
      ];
    },
  },
);
