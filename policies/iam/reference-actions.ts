/**
 * Reads that return what is stored, not what there is: a secret's value, an object's content, credentials. Whoever may call one of these on every resource reads all data of the
 * service. Only those whose names begin as other reads do; the rest are no reads to the rules.
 *
 * Source: AWS service authorization reference; `test/policies/iam/reference-actions.test.ts` holds the list to it.
 */
export const CONTENT_READS: readonly string[] = [
  "dynamodb:GetItem",
  "dynamodb:GetRecords",
  "ec2:GetConsoleOutput",
  "ec2:GetPasswordData",
  "kinesis:GetRecords",
  "lambda:GetFunction",
  "logs:GetLogEvents",
  "redshift:GetClusterCredentials",
  "s3:GetObject",
  "s3:GetObjectVersion",
  "secretsmanager:GetSecretValue",
  "ssm:GetParameter",
  "ssm:GetParameterHistory",
  "ssm:GetParameters",
  "ssm:GetParametersByPath",
  "sts:GetFederationToken",
];

/**
 * Calls that are no reads and yet can be granted on `*` only, because AWS knows no resource of theirs. Those that a node or a workload of a cluster needs and that change nothing of
 * anyone else's; others are added with a reason.
 *
 * Source: as above.
 */
export const WITHOUT_RESOURCE: readonly string[] = [
  "ec2messages:AcknowledgeMessage",
  "ec2messages:DeleteMessage",
  "ec2messages:FailMessage",
  "ec2messages:SendReply",
  "kms:GenerateRandom",
  "ssmmessages:CreateControlChannel",
  "ssmmessages:CreateDataChannel",
  "ssmmessages:OpenControlChannel",
  "ssmmessages:OpenDataChannel",
  "sts:DecodeAuthorizationMessage",
  "xray:PutTelemetryRecords",
  "xray:PutTraceSegments",
];
