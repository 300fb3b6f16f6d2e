import { karpenterNodeExpiry } from "../../../../policies/rules/karpenter/karpenter-node-expiry";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { POOL, pool } from "./karpenter-objects";

describeRule(karpenterNodeExpiry, {
  good: () => ({ objects: [pool({ disruption: { expireAfter: "720h" } })] }),
  holds: [
    [
      "a NodePool of the later version",
      (things) => {
        things.objects = [pool({ template: { spec: { expireAfter: "720h" } } }, "karpenter.sh/v1")];
      },
    ],
  ],
  breaks: [
    [
      "nodes that are never replaced",
      (things) => {
        objectNamed(things).spec.disruption.expireAfter = "Never";
      },
      [`${POOL}: spec.disruption.expireAfter: is Never; a length such as 720h`],
    ],
    [
      "nodes of which nothing is said",
      (things) => delete objectNamed(things).spec.disruption,
      [`${POOL}: spec.disruption.expireAfter: is not set; a length such as 720h`],
    ],
    [
      "the earlier field in the later version",
      (things) => {
        objectNamed(things).apiVersion = "karpenter.sh/v1";
      },
      [`${POOL}: spec.template.spec.expireAfter: is not set; a length such as 720h`],
    ],
  ],
});
