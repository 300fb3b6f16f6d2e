import { defaultSecurityGroup } from "../../../../policies/rules/platform/default-security-group";
import { inputsIn, resource, urnOf } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const VPC = "aws:ec2/vpc:Vpc";
const GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

describeRule(defaultSecurityGroup, {
  good: () => ({
    resources: [
      resource(VPC, "vpc", {}),
      resource(GROUP, "unused", { ingress: [], egress: [] }, { dependencies: [urnOf(VPC, "vpc")] }),
    ],
  }),
  holds: [["rules left out", (things) => delete inputsIn(things, "unused").ingress]],
  breaks: [
    [
      "a VPC whose own group nobody takes over",
      (things) => things.resources.pop(),
      [`${VPC} vpc: : has no DefaultSecurityGroup that takes over its own`],
    ],
    [
      "the group of another VPC",
      (things) => Object.assign(things.resources[1] ?? {}, { dependencies: [urnOf(VPC, "other")] }),
      [`${VPC} vpc: : has no DefaultSecurityGroup that takes over its own`],
    ],
    [
      "a way in",
      (things) => Object.assign(inputsIn(things, "unused"), { ingress: [{ self: true }] }),
      [`${VPC} vpc: ingress: unused has 1 of them; it must have none`],
    ],
    [
      "a way out",
      (things) => Object.assign(inputsIn(things, "unused"), { egress: [{ cidrBlocks: ["0.0.0.0/0"] }] }),
      [`${VPC} vpc: egress: unused has 1 of them; it must have none`],
    ],
  ],
});
