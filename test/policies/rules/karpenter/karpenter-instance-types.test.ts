import { karpenterInstanceTypes } from "../../../../policies/rules/karpenter/karpenter-instance-types";
import { objectNamed, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { POOL, pool } from "./karpenter-objects";

const AT = `${POOL}: spec.template.spec.requirements`;
const NEITHER = `${AT}: name neither types nor sizes; node.kubernetes.io/instance-type or karpenter.k8s.aws/instance-size or eks.amazonaws.com/instance-size with In has to`;
const TYPE = "node.kubernetes.io/instance-type";
const requires =
  (key: string, operator: string, ...values: readonly string[]) =>
  (things: Things) => {
    objectNamed(things).spec.template.spec.requirements = [{ key, operator, values }];
  };
const good = () => ({
  objects: [
    pool({
      template: {
        spec: {
          requirements: [
            { key: "karpenter.sh/capacity-type", operator: "In", values: ["spot"] },
            { key: TYPE, operator: "In", values: ["m7i.xlarge", "m7i-flex.2xlarge"] },
          ],
        },
      },
    }),
  ],
});

describeRule(karpenterInstanceTypes, {
  settings: { nodeSizes: ["xlarge", "2xlarge"] },
  good,
  holds: [
    ["sizes of every family", requires("karpenter.k8s.aws/instance-size", "In", "xlarge")],
    ["the same in EKS Auto Mode", requires("eks.amazonaws.com/instance-size", "In", "xlarge")],
  ],
  breaks: [
    [
      "a type that is too small, and one that is a whole machine",
      (things) => objectNamed(things).spec.template.spec.requirements[1].values.push("t3.small", "m7i.metal-24xl"),
      [`${AT}[1].values: has t3.small, m7i.metal-24xl; allowed: xlarge, 2xlarge`],
    ],
    [
      "a size that isn't allowed",
      requires("karpenter.k8s.aws/instance-size", "In", "xlarge", "8xlarge"),
      [`${AT}[0].values: has 8xlarge; allowed: xlarge, 2xlarge`],
    ],
    [
      "a size that isn't allowed, in EKS Auto Mode",
      requires("eks.amazonaws.com/instance-size", "In", "8xlarge"),
      [`${AT}[0].values: has 8xlarge; allowed: xlarge, 2xlarge`],
    ],
    ["families of any size", requires("karpenter.k8s.aws/instance-family", "In", "m7i"), [NEITHER]],
    ["everything but some types", requires(TYPE, "NotIn", "m7i.metal-24xl"), [NEITHER]],
  ],
});

describeRule(
  { ...karpenterInstanceTypes, id: "karpenter-instance-types, without sizes in the stack" },
  {
    settings: { nodeSizes: [] },
    good,
    breaks: [
      [
        "bare metal",
        requires(TYPE, "In", "m7i.8xlarge", "m7i.metal-24xl"),
        [`${AT}[0].values: has m7i.metal-24xl; allowed: every size but bare metal`],
      ],
    ],
  },
);
