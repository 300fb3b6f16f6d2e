import { nodeClassMetadata } from "../../../../policies/rules/nodes/node-class-metadata";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const IS = "karpenter.k8s.aws/EC2NodeClass default: spec.metadataOptions";
const good = () => ({
  objects: [
    {
      apiVersion: "karpenter.k8s.aws/v1beta1",
      kind: "EC2NodeClass",
      metadata: { name: "default" },
      spec: { metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 } },
    },
  ],
});

describeRule(nodeClassMetadata, {
  settings: { karpenterMetadataHops: 1 },
  good,
  breaks: [
    [
      "IMDSv1",
      (things) => Object.assign(objectNamed(things).spec.metadataOptions, { httpTokens: "optional" }),
      [`${IS}.httpTokens: is optional; it has to be required`],
    ],
    [
      "a hop more than the stack allows",
      (things) => Object.assign(objectNamed(things).spec.metadataOptions, { httpPutResponseHopLimit: 2 }),
      [
        `${IS}.httpPutResponseHopLimit: is 2; it has to be at most 1, the stack's vantage:policies.karpenterMetadataHops`,
      ],
    ],
    [
      "the defaults of Karpenter",
      (things) => delete objectNamed(things).spec.metadataOptions,
      [
        `${IS}.httpTokens: is not set; it has to be required`,
        `${IS}.httpPutResponseHopLimit: is not set; it has to be at most 1, the stack's vantage:policies.karpenterMetadataHops`,
      ],
    ],
  ],
});

describeRule(nodeClassMetadata, {
  settings: { karpenterMetadataHops: 2 },
  good,
  holds: [
    [
      "two hops where the stack allows them",
      (things) => Object.assign(objectNamed(things).spec.metadataOptions, { httpPutResponseHopLimit: 2 }),
    ],
  ],
  breaks: [
    [
      "three",
      (things) => Object.assign(objectNamed(things).spec.metadataOptions, { httpPutResponseHopLimit: 3 }),
      [
        `${IS}.httpPutResponseHopLimit: is 3; it has to be at most 2, the stack's vantage:policies.karpenterMetadataHops`,
      ],
    ],
  ],
});
