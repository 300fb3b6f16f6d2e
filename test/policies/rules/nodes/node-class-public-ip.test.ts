import { nodeClassPublicIp } from "../../../../policies/rules/nodes/node-class-public-ip";
import { inputsIn, objectNamed, resource } from "../../estate-fixture";
import { SUBNET } from "../../node-fixture";
import { describeRule } from "../../rule-cases";

const CLASS = "karpenter.k8s.aws/EC2NodeClass default";
const DISCOVERY = { "karpenter.sh/discovery": "test" };

describeRule(nodeClassPublicIp, {
  good: () => ({
    resources: [
      resource(SUBNET, "private-a", { mapPublicIpOnLaunch: false, tags: DISCOVERY }),
      resource(SUBNET, "public-a", { mapPublicIpOnLaunch: true, tags: { Name: "public-a" } }),
    ],
    objects: [
      {
        apiVersion: "karpenter.k8s.aws/v1beta1",
        kind: "EC2NodeClass",
        metadata: { name: "default" },
        spec: { subnetSelectorTerms: [{ tags: DISCOVERY }, { id: "subnet-1" }] },
      },
    ],
  }),
  breaks: [
    [
      "a class that asks for one",
      (things) => Object.assign(objectNamed(things).spec, { associatePublicIPAddress: true }),
      [`${CLASS}: spec.associatePublicIPAddress: is true; it has to be false, or left out`],
    ],
    [
      "a public subnet that is discovered",
      (things) => Object.assign(inputsIn(things, "public-a").tags, DISCOVERY),
      [`${CLASS}: spec.subnetSelectorTerms: select public-a, which has mapPublicIpOnLaunch true`],
    ],
    [
      "a term that takes any value",
      (things) => objectNamed(things).spec.subnetSelectorTerms.push({ tags: { Name: "*" } }),
      [`${CLASS}: spec.subnetSelectorTerms: select public-a, which has mapPublicIpOnLaunch true`],
    ],
  ],
  unreadable: [
    [
      "a public subnet whose tags are known later",
      (things) => Object.assign(inputsIn(things, "public-a"), { tags: "[unknown]" }),
      [`${CLASS}: tags is unknown before it is created`],
    ],
  ],
});
