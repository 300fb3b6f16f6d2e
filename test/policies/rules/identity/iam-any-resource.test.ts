import { iamAnyResource } from "../../../../policies/rules/identity/iam-any-resource";
import { inputsIn } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { changeStatement, managedPolicy, POLICY } from "./policy-fixture";

const ACCOUNT = "arn:aws:iam::123456789012";
const only = "there it may Describe, List and Get, and no content";

describeRule(iamAnyResource, {
  good: () => ({
    resources: [
      managedPolicy(
        "launcher",
        { Sid: "Look", Effect: "Allow", Action: ["ec2:DescribeImages", "pricing:GetProducts"], Resource: ["*"] },
        {
          Sid: "Terminate",
          Effect: "Allow",
          Action: ["ec2:TerminateInstances"],
          Resource: ["arn:aws:ec2:us-east-1:123456789012:instance/i-1"],
        },
      ),
    ],
  }),
  holds: [
    ["a list of what there is", changeStatement((it) => Object.assign(it, { Action: "s3:ListAllMyBuckets" }))],
    ["a pattern of reads", changeStatement((it) => Object.assign(it, { Action: "autoscaling:Describe*" }))],
    ["a call without resources", changeStatement((it) => Object.assign(it, { Action: "xray:PutTraceSegments" }))],
    [
      "a change that is limited by a tag",
      changeStatement((it) =>
        Object.assign(it, {
          Action: "autoscaling:SetDesiredCapacity",
          Condition: { StringEquals: { "aws:ResourceTag/k8s.io/cluster-autoscaler/shop": "owned" } },
        }),
      ),
    ],
    ["a list of every one of a type", changeStatement((it) => Object.assign(it, { Resource: `${ACCOUNT}:user/*` }))],
    [
      "what instances are launched from",
      changeStatement((it) =>
        Object.assign(it, {
          Action: ["ec2:RunInstances", "ec2:CreateFleet"],
          Resource: ["arn:aws:ec2:us-east-1::image/*", "arn:aws:ec2:us-east-1:123456789012:subnet/*"],
        }),
      ),
    ],
    [
      "everything in one bucket, whose ARN has no type",
      changeStatement((it) => Object.assign(it, { Action: "s3:PutObject", Resource: "arn:aws:s3:::backups/*" })),
    ],
    ...(
      [
        ["a network of the company", { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } }],
        ["a role", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/backup" } }],
      ] as const
    ).map(
      ([what, Condition]) =>
        [
          `a change that is limited to ${what}`,
          changeStatement((it) => Object.assign(it, { Action: "ec2:DeleteVolume", Condition })),
        ] as const,
    ),
    [
      "a change where a tag has to be set, whatever its value",
      changeStatement((it) =>
        Object.assign(it, {
          Action: "ec2:CreateSnapshot",
          Condition: { Null: { "aws:RequestTag/backup": "false" } },
        }),
      ),
    ],
  ],
  breaks: [
    [
      "a change to anything",
      changeStatement((it) => it.Action.push("ec2:TerminateInstances")),
      [`${POLICY} launcher: policy: Look allows ec2:TerminateInstances on * without a condition; ${only}`],
    ],
    [
      "a pattern that is no read",
      changeStatement((it) => Object.assign(it, { Action: ["ec2:*Instances"] })),
      [`${POLICY} launcher: policy: Look allows ec2:*Instances on * without a condition; ${only}`],
    ],
    [
      "a pattern of reads that returns content",
      changeStatement((it) => Object.assign(it, { Action: ["secretsmanager:Get*"] })),
      [`${POLICY} launcher: policy: Look allows secretsmanager:Get* on * without a condition; ${only}`],
    ],
    [
      "a whole service's resources",
      changeStatement((it) => Object.assign(it, { Resource: "arn:aws:ec2:*:*:*" }), { at: 1 }),
      [
        `${POLICY} launcher: policy: Terminate allows ec2:TerminateInstances on arn:aws:ec2:*:*:* without a condition; ${only}`,
      ],
    ],
    ...(
      [
        ["iam:AttachRolePolicy", `${ACCOUNT}:role/*`],
        ["sts:AssumeRole", `${ACCOUNT}:role/*`],
        ["kms:Decrypt", "arn:aws:kms:us-east-1:123456789012:key/*"],
        ["secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:123456789012:secret:*"],
        ["ec2:RunInstances", "arn:aws:ec2:us-east-1:123456789012:instance/*"],
      ] as const
    ).map(
      ([Action, Resource]) =>
        [
          `${Action} on every one of a type`,
          changeStatement((it) => Object.assign(it, { Action, Resource })),
          [`${POLICY} launcher: policy: Look allows ${Action} on ${Resource} without a condition; ${only}`],
        ] as const,
    ),
    [
      "everything but something",
      changeStatement(
        (it) => {
          delete it.Resource;
          it.NotResource = "arn:aws:ec2:us-east-1:123456789012:instance/i-1";
        },
        { at: 1 },
      ),
      [
        `${POLICY} launcher: policy: Terminate allows ec2:TerminateInstances on every resource but arn:aws:ec2:us-east-1:123456789012:instance/i-1 without a condition; ${only}`,
      ],
    ],
    ...(
      [
        ["a region", { StringEquals: { "aws:RequestedRegion": "us-east-1" } }],
        ["TLS", { Bool: { "aws:SecureTransport": "true" } }],
        ["a tag that may be missing", { StringEqualsIfExists: { "aws:ResourceTag/team": "data" } }],
        ["a tag that has to be missing", { Null: { "aws:ResourceTag/team": "true" } }],
        ["keys of tags, of which there may be none", { "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } }],
        ["what a tag is not", { StringNotEquals: { "aws:ResourceTag/team": "data" } }],
        ["the internet", { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } }],
        ["the internet among others", { IpAddress: { "aws:SourceIp": ["10.0.0.0/8", "::/0"] } }],
        ["any ARN", { ArnLike: { "aws:PrincipalArn": "arn:*" } }],
        ["anything of IAM", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:*" } }],
        ["a pattern that fits anyone", { ArnLike: { "aws:PrincipalArn": "*" } }],
      ] as const
    ).map(
      ([what, Condition]) =>
        [
          `a change that is limited only by ${what}`,
          changeStatement((it) => Object.assign(it, { Action: "ec2:DeleteVolume", Condition })),
          [`${POLICY} launcher: policy: Look allows ec2:DeleteVolume on * without a condition; ${only}`],
        ] as const,
    ),
  ],
  unreadable: [
    [
      "a policy that is known later",
      (things) => Object.assign(inputsIn(things), { policy: "[unknown]" }),
      [`${POLICY} launcher: policy is unknown before it is created`],
    ],
  ],
});
