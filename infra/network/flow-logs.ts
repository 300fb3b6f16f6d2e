import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { roleName } from "../../config/derived/role-names";
import type { Platform } from "../../config/platform";
import { policyJson } from "../identity/policy-document";
import { flowLogGroupArn, flowLogGroupName, flowLogPolicy, flowLogTrust } from "./flow-log-policies";

/** What the flow logs are made from. */
export interface FlowLogsArgs {
  readonly platform: Platform;
  readonly vpcId: pulumi.Input<string>;
  readonly logsKeyArn: pulumi.Input<string>;
}

/**
 * Records who talked to whom, accepted or refused, into an encrypted log group with the configured retention, through a role that may write
 * there and nowhere else.
 */
export function flowLogs(
  name: string,
  { platform, vpcId, logsKeyArn }: FlowLogsArgs,
  opts: pulumi.CustomResourceOptions,
): void {
  const group = new aws.cloudwatch.LogGroup(
    `${name}-flow-logs`,
    {
      name: flowLogGroupName(platform),
      retentionInDays: platform.network.flowLogs.retention.days,
      kmsKeyId: logsKeyArn,
    },
    // Who talked to whom has to be told after an incident, too.
    { ...opts, protect: platform.platform.protectData },
  );
  const role = new aws.iam.Role(
    `${name}-flow-logs`,
    {
      name: roleName(platform, "flow-logs"),
      description: `Writes the flow logs of ${platform.cluster.name}`,
      assumeRolePolicy: policyJson(flowLogTrust(platform)),
    },
    opts,
  );
  const policy = new aws.iam.RolePolicy(
    `${name}-flow-logs`,
    { name: "write-flow-logs", role: role.name, policy: policyJson(flowLogPolicy(platform)) },
    opts,
  );
  new aws.ec2.FlowLog(
    `${name}-flow-logs`,
    {
      vpcId,
      trafficType: "ALL",
      logDestinationType: "cloud-watch-logs",
      logDestination: flowLogGroupArn(platform),
      iamRoleArn: role.arn,
      tags: { Name: `${platform.cluster.name}-flow-logs` },
    },
    { ...opts, dependsOn: [group, policy] },
  );
}
