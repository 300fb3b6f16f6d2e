import { vpcFlowLogs } from "../../../../policies/rules/logs/vpc-flow-logs";
import { inputsIn, resource, type Things, urnOf } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const VPC = "aws:ec2/vpc:Vpc";
const FLOW_LOG = "aws:ec2/flowLog:FlowLog";

const vpc = (name = "network"): Things["resources"][number] =>
  resource(VPC, name, { cidrBlock: "10.0.0.0/16" }) as Things["resources"][number];

const flowLog = (name: string, trafficType: string, ...vpcs: readonly string[]): Things["resources"][number] =>
  resource(
    FLOW_LOG,
    name,
    { vpcId: "[unknown]", trafficType },
    { dependencies: vpcs.map((one) => urnOf(VPC, one)) },
  ) as Things["resources"][number];

const NONE = `${VPC} network: : has no FlowLog`;

describeRule(vpcFlowLogs, {
  good: () => ({ resources: [vpc(), flowLog("flow-logs", "ALL", "network")] }),
  holds: [
    ["a VPC that exists", (things) => Object.assign(inputsIn(things, "flow-logs"), { vpcId: "vpc-0abc" })],
    ["a second log of what is refused", (things) => things.resources.push(flowLog("refused", "REJECT", "network"))],
  ],
  breaks: [
    ["a VPC without a log", (things) => things.resources.pop(), [NONE]],
    [
      "a log of what is refused only",
      (things) => Object.assign(inputsIn(things, "flow-logs"), { trafficType: "REJECT" }),
      [`${VPC} network: : trafficType of flow-logs is REJECT; it has to be ALL`],
    ],
    ["a second VPC without a log", (things) => things.resources.push(vpc("other")), [`${VPC} other: : has no FlowLog`]],
    [
      "a log of one subnet",
      (things) => {
        inputsIn(things, "flow-logs").subnetId = "[unknown]";
        delete inputsIn(things, "flow-logs").vpcId;
      },
      [NONE],
    ],
  ],
  unreadable: [
    [
      "a log that may belong to either of two VPCs",
      (things) => {
        things.resources = [vpc(), vpc("other"), flowLog("flow-logs", "ALL", "network", "other")];
      },
      ["network", "other"].map((name) => `${VPC} ${name}: what flow-logs belongs to is unknown before it is created`),
    ],
  ],
});
