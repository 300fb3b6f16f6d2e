import { regionalArn } from "../../config/derived/arn";
import type { Platform } from "../../config/platform";
import { type PolicyDocument, policyDocument } from "../identity/policy-document";
import { serviceTrust } from "../identity/trust-policy";

/** Service that writes flow logs; the same name in every partition. Source: VPC user guide, "IAM role for publishing flow logs". */
const FLOW_LOGS_PRINCIPAL = "vpc-flow-logs.amazonaws.com";

/** Name of the log group of the network's flow logs: `/aws/<service>/<cluster>/<what>`, as the key for logs expects it. */
export function flowLogGroupName({ cluster }: Platform): string {
  return `/aws/vpc/${cluster.name}/flow-logs`;
}

/** ARN of that log group, from configuration. */
export function flowLogGroupArn(platform: Platform): string {
  return regionalArn(platform.aws, "logs", `log-group:${flowLogGroupName(platform)}`);
}

/** Lets flow logs of this account and region use the role, and no other customer's. */
export function flowLogTrust({ aws }: Platform): PolicyDocument {
  return serviceTrust(FLOW_LOGS_PRINCIPAL, {
    StringEquals: { "aws:SourceAccount": aws.account },
    ArnLike: { "aws:SourceArn": regionalArn(aws, "ec2", "vpc-flow-log/*") },
  });
}

/**
 * Lets flow logs write to their log group and to no other. The group exists already, with retention and key, so the right to create one,
 * which AWS's own example includes, is left out.
 *
 * Source: VPC user guide, "IAM role for publishing flow logs to CloudWatch Logs".
 */
export function flowLogPolicy(platform: Platform): PolicyDocument {
  const group = flowLogGroupArn(platform);
  return policyDocument([
    {
      Sid: "WriteFlowLogs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      Resource: [group, `${group}:*`],
    },
    {
      // The call lists groups by prefix and can't be limited to one of them.
      Sid: "FindLogGroup",
      Effect: "Allow",
      Action: ["logs:DescribeLogGroups"],
      Resource: [regionalArn(platform.aws, "logs", "log-group:*")],
    },
  ]);
}
