import { iamTrustService } from "../../../../policies/rules/identity/iam-trust-service";
import { inputsIn } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { changeStatement, ROLE, trustedRole } from "./policy-fixture";

const input = "assumeRolePolicy";
const missing = (service: string): string =>
  `${ROLE} flow-logs: assumeRolePolicy: Logs trusts ${service} for whoever it acts for; aws:SourceAccount or aws:SourceArn has to name an account`;

describeRule(iamTrustService, {
  good: () => ({
    resources: [
      trustedRole("flow-logs", {
        Sid: "Logs",
        Effect: "Allow",
        Principal: { Service: "vpc-flow-logs.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      }),
    ],
  }),
  holds: [
    [
      "the account in an ARN",
      changeStatement(
        (it) => {
          it.Condition = { ArnLike: { "aws:SourceArn": "arn:aws:ec2:*:123456789012:vpc-flow-log/*" } };
        },
        { input },
      ),
    ],
    [
      "a bucket, whose ARN has no account, with the account beside it",
      changeStatement((it) => Object.assign(it.Condition, { ArnEquals: { "aws:SourceArn": "arn:aws:s3:::backups" } }), {
        input,
      }),
    ],
    ...["ec2.amazonaws.com", "ec2.amazonaws.com.cn", "lambda.amazonaws.com", "pods.eks.amazonaws.com"].map(
      (Service) =>
        [
          `${Service}, which takes roles of the caller's account only`,
          changeStatement(
            (it) => {
              it.Principal = { Service };
              delete it.Condition;
            },
            { input },
          ),
        ] as const,
    ),
  ],
  breaks: [
    ["no condition", changeStatement((it) => delete it.Condition, { input }), [missing("vpc-flow-logs.amazonaws.com")]],
    [
      "a service that only begins like one that needs none",
      changeStatement(
        (it) => {
          it.Principal = { Service: "eks.amazonaws.com" };
          delete it.Condition;
        },
        { input },
      ),
      [missing("eks.amazonaws.com")],
    ],
    [
      "a service of a region, beside one that needs none",
      changeStatement(
        (it) => {
          it.Principal = { Service: ["ec2.amazonaws.com", "logs.us-east-1.amazonaws.com"] };
          delete it.Condition;
        },
        { input },
      ),
      [missing("logs.us-east-1.amazonaws.com")],
    ],
    ...(
      [
        ["an ARN of any account", { ArnLike: { "aws:SourceArn": "arn:aws:ec2:us-east-1:*:vpc-flow-log/*" } }],
        ["any account", { StringLike: { "aws:SourceAccount": "*" } }],
        ["a bucket alone, whose ARN has no account", { ArnEquals: { "aws:SourceArn": "arn:aws:s3:::backups" } }],
        ["any bucket", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } }],
        ["an account that it may not say", { StringEqualsIfExists: { "aws:SourceAccount": "123456789012" } }],
        ["an account that it must not be", { StringNotEquals: { "aws:SourceAccount": "123456789012" } }],
        ["something else", { StringEquals: { "aws:RequestedRegion": "us-east-1" } }],
      ] as const
    ).map(
      ([what, Condition]) =>
        [
          `a condition on ${what}`,
          changeStatement((it) => Object.assign(it, { Condition }), { input }),
          [missing("vpc-flow-logs.amazonaws.com")],
        ] as const,
    ),
  ],
  unreadable: [
    [
      "trust that is known later",
      (things) => Object.assign(inputsIn(things), { assumeRolePolicy: "[unknown]" }),
      [`${ROLE} flow-logs: assumeRolePolicy is unknown before it is created`],
    ],
  ],
  ignores: [
    [
      "a role that another role assumes",
      changeStatement((it) => Object.assign(it, { Principal: { AWS: "arn:aws:iam::123456789012:role/ci" } }), {
        input,
      }),
    ],
  ],
});
