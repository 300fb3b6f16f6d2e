import type { ec2 } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { configurationsOf } from "../../configurations";
import { shown } from "../../input-values";
import { problem, resourceRule } from "../../rule";

type FlowLogInputs = Unwrap<ec2.FlowLogArgs>;

/** What was accepted shows where data went, what was refused shows who tried: an inquiry needs both. */
const ALL = "ALL";

/** A network records who talked to whom. */
export const vpcFlowLogs = resourceRule<ec2.VpcArgs>(
  {
    id: "vpc-flow-logs",
    title: "Every VPC has a flow log of all its traffic, accepted and refused",
    severity: "medium",
    enforcement: "mandatory",
    why: "Nobody could say afterwards which addresses an intruder reached, or why a connection is refused.",
    remediation: `Add a FlowLog with the id of the VPC and trafficType ${ALL}.`,
    link: "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html",
  },
  {
    types: ["aws:ec2/vpc:Vpc"],
    check: (vpc, estate) => {
      const logs = configurationsOf<FlowLogInputs>(
        vpc,
        {
          type: "aws:ec2/flowLog:FlowLog",
          // The inputs of a VPC don't say its id. A flow log without one is that of a subnet, an interface or a gateway.
          names: ({ vpcId }) => (vpcId === undefined || vpcId === "" ? false : undefined),
        },
        estate,
      );
      if (logs.length === 0) return [problem("", "has no FlowLog")];
      if (logs.some(({ inputs }) => inputs.trafficType === ALL)) return [];
      return logs.map(({ name, inputs }) =>
        problem("", `trafficType of ${name} is ${shown(inputs.trafficType)}; it has to be ${ALL}`),
      );
    },
  },
);
