import { karpenterNodeClassReferences } from "../../../../policies/rules/karpenter/karpenter-node-class-references";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { nodeClass, POOL, pool } from "./karpenter-objects";

const AT = `${POOL}: spec.template.spec.nodeClassRef.name`;

describeRule(karpenterNodeClassReferences, {
  good: () => ({ objects: [pool({ template: { spec: { nodeClassRef: { name: "default" } } } }), nodeClass({})] }),
  breaks: [
    [
      "another name",
      (things) => {
        objectNamed(things).spec.template.spec.nodeClassRef.name = "defaults";
      },
      [`${AT}: is defaults; there is default`],
    ],
    ["no node class", (things) => things.objects.pop(), [`${AT}: is default; there is no EC2NodeClass`]],
    [
      "a NodePool without one",
      (things) => delete objectNamed(things).spec.template.spec.nodeClassRef,
      [`${AT}: is missing; there is default`],
    ],
  ],
});
