import type { ec2 } from "@pulumi/aws";
import { valueAt } from "../../../charts/kube-object";
import { objectRule, problem, type Rule, type RuleDescription, resourceRule } from "../../rule";
import { isOn } from "../../shown";

const description: RuleDescription = {
  id: "node-public-addresses",
  title: "No launch template and no node class asks for public addresses",
  severity: "high",
  enforcement: "mandatory",
  why: "A node with a public address can be reached from the internet, whatever its subnet says, and only its security group stands before it.",
  remediation: "Leave the setting out, or set it to false: nodes reach the internet through the NAT gateways.",
  link: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html",
};

const ofTemplates = resourceRule<ec2.LaunchTemplateArgs>(description, {
  types: ["aws:ec2/launchTemplate:LaunchTemplate"],
  check: ({ inputs }) =>
    (inputs.networkInterfaces ?? []).flatMap(({ associatePublicIpAddress }, index) =>
      isOn(associatePublicIpAddress)
        ? [problem(["networkInterfaces", index, "associatePublicIpAddress"], "is true; it has to be false")]
        : [],
    ),
});

const ofNodeClasses = objectRule(description, {
  kinds: ["karpenter.k8s.aws/EC2NodeClass"],
  check: (nodeClass) =>
    valueAt(nodeClass, ["spec", "associatePublicIPAddress"]) === true
      ? [problem("spec.associatePublicIPAddress", "is true; it has to be false")]
      : [],
});

/** Nodes have private addresses only, whoever launches them. */
export const nodePublicAddresses: Rule = {
  ...description,
  appliesTo: [...ofTemplates.appliesTo, ...ofNodeClasses.appliesTo],
  judge: (estate) => [...ofTemplates.judge(estate), ...ofNodeClasses.judge(estate)],
};
