import { nodeClassImage } from "../../../../policies/rules/nodes/node-class-image";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const IS = "karpenter.k8s.aws/EC2NodeClass default: spec.amiSelectorTerms";
const ALLOWED = "it has to be an id, a name without *, or an alias with a release";

describeRule(nodeClassImage, {
  good: () => ({
    objects: [
      {
        apiVersion: "karpenter.k8s.aws/v1beta1",
        kind: "EC2NodeClass",
        metadata: { name: "default" },
        spec: {
          amiFamily: "AL2023",
          amiSelectorTerms: [{ name: "amazon-eks-node-al2023-x86_64-standard-1.29-v20240807", owner: "amazon" }],
        },
      },
    ],
  }),
  holds: [
    ["an id", (things) => Object.assign(objectNamed(things).spec, { amiSelectorTerms: [{ id: "ami-0123" }] })],
    [
      "a release by its alias",
      (things) => Object.assign(objectNamed(things).spec, { amiSelectorTerms: [{ alias: "al2023@v20240807" }] }),
    ],
  ],
  breaks: [
    [
      "the newest of a family",
      (things) => delete objectNamed(things).spec.amiSelectorTerms,
      [`${IS}: is not set; it has to name a release of the image`],
    ],
    [
      "the newest by its alias",
      (things) => Object.assign(objectNamed(things).spec, { amiSelectorTerms: [{ alias: "al2023@latest" }] }),
      [`${IS}[0]: is {"alias":"al2023@latest"}; ${ALLOWED}`],
    ],
    [
      "a name for many",
      (things) => objectNamed(things).spec.amiSelectorTerms.push({ name: "amazon-eks-node-al2023-*" }),
      [`${IS}[1]: is {"name":"amazon-eks-node-al2023-*"}; ${ALLOWED}`],
    ],
    [
      "whatever carries a tag",
      (things) => Object.assign(objectNamed(things).spec, { amiSelectorTerms: [{ tags: { team: "web" } }] }),
      [`${IS}[0]: is {"tags":{"team":"web"}}; ${ALLOWED}`],
    ],
  ],
});
