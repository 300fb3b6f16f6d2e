import { karpenterNodeClassReferences } from "../../../../policies/rules/karpenter/karpenter-node-class-references";
import { objectNamed, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { nodeClass, POOL, pool } from "./karpenter-objects";

const AT = `${POOL}: spec.template.spec.nodeClassRef.name`;

/** A node class of Auto Mode. */
const AUTO = { apiVersion: "eks.amazonaws.com/v1", kind: "NodeClass", metadata: { name: "own" } };
const referring = (nodeClassRef: object) => (things: Things) => {
  objectNamed(things).spec.template.spec.nodeClassRef = nodeClassRef;
};

describeRule(karpenterNodeClassReferences, {
  good: () => ({ objects: [pool({ template: { spec: { nodeClassRef: { name: "default" } } } }), nodeClass({})] }),
  holds: [
    ["the class that Auto Mode makes", referring({ group: "eks.amazonaws.com", kind: "NodeClass", name: "default" })],
    [
      "a class for Auto Mode",
      (things) => {
        Object.assign(objectNamed(things, "default"), AUTO);
        referring({ group: "eks.amazonaws.com", kind: "NodeClass", name: "own" })(things);
      },
    ],
    [
      "the class with its group, as v1 has it",
      referring({ group: "karpenter.k8s.aws", kind: "EC2NodeClass", name: "default" }),
    ],
    ["the class with its version", referring({ apiVersion: "karpenter.k8s.aws/v1beta1", name: "default" })],
  ],
  breaks: [
    [
      "a class of Auto Mode that nobody makes",
      referring({ kind: "NodeClass", name: "own" }),
      [`${AT}: is own; there is default`],
    ],
    [
      "a class of another kind",
      (things) => {
        Object.assign(objectNamed(things, "default"), AUTO, { metadata: { name: "default" } });
      },
      [`${AT}: is default; there is no EC2NodeClass`],
    ],
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
