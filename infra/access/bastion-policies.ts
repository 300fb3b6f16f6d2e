import { regionalArn } from "../../config/derived/arn";
import type { Platform } from "../../config/platform";
import { type PolicyDocument, policyDocument } from "../identity/policy-document";

/** Name of the log group of sessions: `/aws/<service>/<cluster>/<what>`, as the key for logs expects it. */
export function sessionLogGroupName({ cluster }: Platform): string {
  return `/aws/ssm/${cluster.name}/sessions`;
}

/**
 * What the bastion does as itself beside answering Systems Manager: find the cluster (`aws eks update-kubeconfig`), and write down its sessions.
 *
 * Source: EKS user guide, "Connect kubectl to an EKS cluster by creating a kubeconfig file"; Systems Manager user guide, "Logging session data using Amazon CloudWatch Logs".
 */
export function bastionPolicy(platform: Platform): PolicyDocument {
  const { aws, cluster } = platform;
  const group = regionalArn(aws, "logs", `log-group:${sessionLogGroupName(platform)}`);
  return policyDocument([
    {
      Sid: "FindCluster",
      Effect: "Allow",
      Action: ["eks:DescribeCluster"],
      Resource: [regionalArn(aws, "eks", `cluster/${cluster.name}`)],
    },
    {
      Sid: "WriteSessions",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
      Resource: [group, `${group}:*`],
    },
    {
      // The call lists groups by prefix and can't be limited to one of them.
      Sid: "FindLogGroup",
      Effect: "Allow",
      Action: ["logs:DescribeLogGroups"],
      Resource: [regionalArn(aws, "logs", "log-group:*")],
    },
  ]);
}
