import { type Context, type DocumentedCall, rowsOf, type WithheldCall } from "./decision-table";
import { ACCOUNT, arnOf, CLUSTER, key, REGION, role, STRANGER } from "./prod-names";

const FOR_AWS: Context = { "kms:GrantIsForAWSResource": "true" };

const autoScaling = (account: string): string =>
  `arn:aws:sts::${account}:assumed-role/AWSServiceRoleForAutoScaling/AutoScaling`;
const logGroup = (name: string): Context => ({
  "kms:EncryptionContext:aws:logs:arn": arnOf("logs", `log-group:${name}`),
});

const SERVICES: readonly DocumentedCall[] = [
  {
    who: autoScaling(ACCOUNT),
    call: "kms:GenerateDataKeyWithoutPlaintext",
    on: key("data"),
    what: "volumes of node groups' instances",
    with: { "aws:PrincipalArn": serviceRole(ACCOUNT) },
    source: "EC2 Auto Scaling user guide, key policy for encrypted volumes",
    denied: {
      "or rather by someone else of the account": {
        who: `arn:aws:sts::${ACCOUNT}:assumed-role/anyone/session`,
        with: { "aws:PrincipalArn": role("anyone") },
      },
      "or rather of Secrets": { on: key("secrets") },
    },
  },
  {
    who: autoScaling(ACCOUNT),
    call: "kms:CreateGrant",
    on: key("data"),
    what: "volumes of node groups' instances",
    with: { ...FOR_AWS, "aws:PrincipalArn": serviceRole(ACCOUNT) },
    source: "EC2 Auto Scaling user guide, key policy for encrypted volumes",
    denied: {
      "or rather for itself": {
        with: { "kms:GrantIsForAWSResource": "false", "aws:PrincipalArn": serviceRole(ACCOUNT) },
      },
      "in another account": {
        who: autoScaling(STRANGER),
        with: { ...FOR_AWS, "aws:PrincipalArn": serviceRole(STRANGER), "kms:CallerAccount": STRANGER },
      },
      "or rather of Secrets": { on: key("secrets") },
    },
  },
  {
    who: `logs.${REGION}.amazonaws.com`,
    call: "kms:GenerateDataKey",
    on: key("logs"),
    what: "a log group of the cluster",
    with: logGroup(`/aws/eks/${CLUSTER}/cluster`),
    source: "CloudWatch Logs user guide, encryption",
    denied: {
      "or rather of another cluster": { with: logGroup("/aws/eks/staging-us-east-1/cluster") },
      "by another region's service": { who: "logs.eu-west-1.amazonaws.com" },
      "with the key of data": { on: key("data") },
    },
  },
];

function serviceRole(account: string): string {
  return `arn:aws:iam::${account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
}

/** Keys are administered by whoever IAM lets, in the account and nowhere else. */
const ADMINISTRATION: readonly DocumentedCall[] = (["data", "logs", "secrets"] as const).map((purpose) => ({
  who: "administrator",
  call: "kms:PutKeyPolicy",
  on: key(purpose),
  what: `policy of the key for ${purpose}`,
  source: "KMS developer guide, default key policy",
  denied: {
    "or rather by another account": {
      who: `arn:aws:sts::${STRANGER}:assumed-role/anyone/session`,
      with: { "kms:CallerAccount": STRANGER },
    },
    "or rather by the nodes' launcher": { who: "karpenter-controller" },
  },
}));

const WITHHELD: readonly WithheldCall[] = ["kms:ScheduleKeyDeletion", "kms:DisableKey"].map((call) => ({
  who: "karpenter-controller",
  call,
  on: key("data"),
  what: "the key itself",
  source: "KMS developer guide, key administrators",
}));

/** What keys say themselves of who may use and administer them. */
export const KEY_POLICIES = rowsOf([...SERVICES, ...ADMINISTRATION], WITHHELD);
