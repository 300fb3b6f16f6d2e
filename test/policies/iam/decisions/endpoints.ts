import { type DocumentedCall, rowsOf } from "./decision-table";
import { ACCOUNT, arnOf, STRANGER } from "./prod-names";

/** Keys that were smuggled into the cluster: they may do everything, in their own account. */
const SMUGGLED = `arn:aws:sts::${STRANGER}:assumed-role/exfiltration/session`;

/** A call through the endpoint of each service that could carry data out. */
const CALLS_THROUGH = [
  ["dynamodb", "dynamodb:PutItem", (account: string) => arnOf("dynamodb", "table/data", { account })],
  ["ecr.api", "ecr:CreateRepository", (account: string) => arnOf("ecr", "repository/data", { account })],
  ["ecr.dkr", "ecr:PutImage", (account: string) => arnOf("ecr", "repository/data", { account })],
  ["kms", "kms:Encrypt", (account: string) => arnOf("kms", "key/secrets", { account })],
  ["logs", "logs:PutLogEvents", (account: string) => arnOf("logs", "log-group:data:log-stream:one", { account })],
  ["monitoring", "cloudwatch:PutMetricAlarm", (account: string) => arnOf("cloudwatch", "alarm:data", { account })],
  [
    "s3",
    "s3:PutObject",
    (account: string) => `arn:aws:s3:::${account === ACCOUNT ? "vantage-backups" : "theirs"}/data`,
  ],
  [
    "secretsmanager",
    "secretsmanager:PutSecretValue",
    (account: string) => arnOf("secretsmanager", "secret:data", { account }),
  ],
  ["ssm", "ssm:PutParameter", (account: string) => arnOf("ssm", "parameter/data", { account })],
  ["sts", "sts:AssumeRole", (account: string) => `arn:aws:iam::${account}:role/data`],
] as const;

const CALLS: readonly DocumentedCall[] = [
  ...CALLS_THROUGH.map(([through, call, on]) => ({
    who: "administrator",
    through,
    call,
    on: on(ACCOUNT),
    what: "within the account",
    source: "VPC user guide, endpoint policies",
    denied: { "or rather with smuggled keys into their account": { who: SMUGGLED, on: on(STRANGER) } },
  })),
  {
    who: SMUGGLED,
    through: "s3",
    call: "s3:GetObject",
    on: "arn:aws:s3:::al2023-repos/packages/kernel.rpm",
    what: "read of public packages by whoever asks",
    source: "Amazon Linux 2023 user guide, repositories in S3",
    denied: { "or rather a list of what is there": { call: "s3:ListBucket", on: "arn:aws:s3:::al2023-repos" } },
  },
];

/** Calls through the VPC's endpoints: nothing of the account can be carried to another. */
export const ENDPOINTS = rowsOf(CALLS);
