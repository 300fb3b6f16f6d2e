import { type DocumentedCall, rowsOf, type WithheldCall } from "./decision-table";
import { arnOf, CLUSTER, QUEUE, role } from "./prod-names";

const source = (statement: number): string => `Karpenter 0.37.0, statement ${statement}`;
const who = "karpenter-controller";

const RECOMMENDED_IMAGE =
  "parameter/aws/service/eks/optimized-ami/1.29/amazon-linux-2023/x86_64/standard/recommended/image_id";

const CALLS: readonly DocumentedCall[] = [
  {
    who,
    call: "ssm:GetParameter",
    on: arnOf("ssm", RECOMMENDED_IMAGE, { account: "" }),
    what: "the image that EKS recommends",
    source: source(8),
    denied: {
      "or rather a parameter of the account": { on: arnOf("ssm", "parameter/payments/database-password") },
      "or rather an image of another family": {
        on: arnOf("ssm", "parameter/aws/service/bottlerocket/aws-k8s-1.29/x86_64/latest/image_id", { account: "" }),
      },
    },
  },
  { who, call: "pricing:GetProducts", on: "*", what: "prices of instance types", source: source(9) },
  ...["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueUrl"].map((call) => ({
    who,
    call,
    on: arnOf("sqs", QUEUE),
    what: "the interruption queue",
    source: source(10),
    denied: {
      "or rather another cluster's": { on: arnOf("sqs", "karpenter-interruption-staging") },
      "over plain HTTP": { with: { "aws:SecureTransport": "false" } },
    },
  })),
  {
    who,
    call: "iam:PassRole",
    on: role(`${CLUSTER}-karpenter-node`),
    what: "its nodes' role to EC2",
    with: { "iam:PassedToService": "ec2.amazonaws.com" },
    source: source(11),
    denied: {
      "or rather the role of node groups": { on: role(`${CLUSTER}-node`) },
      "or rather an administrator's role": { on: role("platform-infra") },
      "to another service": { with: { "iam:PassedToService": "lambda.amazonaws.com" } },
      "to nobody in particular": { with: {} },
    },
  },
  {
    who,
    call: "eks:DescribeCluster",
    on: arnOf("eks", `cluster/${CLUSTER}`),
    what: "the API server's address",
    source: source(16),
    denied: { "or rather another cluster's": { on: arnOf("eks", "cluster/staging-us-east-1") } },
  },
];

/** The release grants these; with an instance profile of the stack's own, the controller never makes them. */
const PROFILES: readonly WithheldCall[] = (
  [
    ["iam:CreateInstanceProfile", 12],
    ["iam:TagInstanceProfile", 13],
    ["iam:AddRoleToInstanceProfile", 14],
    ["iam:RemoveRoleFromInstanceProfile", 14],
    ["iam:DeleteInstanceProfile", 14],
    ["iam:GetInstanceProfile", 15],
  ] as const
).map(([call, statement]) => ({
  who,
  call,
  on: arnOf("iam", "instance-profile/any", { region: "" }),
  what: "instance profiles of its own",
  source: source(statement),
}));

const QUEUE_REST: readonly WithheldCall[] = ["sqs:SendMessage", "sqs:PurgeQueue", "sqs:GetQueueAttributes"].map(
  (call) => ({
    who,
    call,
    on: arnOf("sqs", QUEUE),
    what: "more than reading and deleting what was read",
    source: source(10),
  }),
);

/** What Karpenter asks of services other than EC2. */
export const KARPENTER_NEIGHBOURS = rowsOf(CALLS, [...PROFILES, ...QUEUE_REST]);
