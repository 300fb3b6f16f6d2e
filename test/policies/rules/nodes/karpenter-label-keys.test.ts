import { karpenterLabelKeys } from "../../../../policies/rules/nodes/karpenter-label-keys";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const IS = "karpenter.sh/NodePool general: spec.template.metadata.labels";

describeRule(karpenterLabelKeys, {
  good: () => ({
    objects: [
      {
        apiVersion: "karpenter.sh/v1beta1",
        kind: "NodePool",
        metadata: { name: "general" },
        spec: { template: { metadata: { labels: { "node.kubernetes.io/pool": "web", environment: "test" } } } },
      },
    ],
  }),
  breaks: [
    [
      "a label of Karpenter itself",
      (things) =>
        Object.assign(objectNamed(things).spec.template.metadata.labels, { "karpenter.sh/managed-by": "karpenter" }),
      [
        `${IS}["karpenter.sh/managed-by"]: is in a domain that isn't for labels set by Karpenter; it has to be a key without a domain, of one of your own, or of node.kubernetes.io`,
      ],
    ],
  ],
});
