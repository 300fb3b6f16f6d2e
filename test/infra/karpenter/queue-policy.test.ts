import type { Location } from "../../../config/platform";
import { queuePolicy } from "../../../infra/karpenter/queue-policy";

const PROD: Location = { account: "123456789012", region: "us-east-1", partition: "aws", dnsSuffix: "amazonaws.com" };
const QUEUE = "arn:aws:sqs:us-east-1:123456789012:karpenter-interruption-prod";
const policy = queuePolicy({
  location: PROD,
  clusterName: "prod-us-east-1",
  queueName: "karpenter-interruption-prod",
});

test("admits the services of the release, tied to this stack, and nothing without TLS", () => {
  expect(policy).toEqual({
    Version: "2012-10-17",
    Id: "EC2InterruptionPolicy",
    Statement: [
      {
        Sid: "AllowInterruptionRules",
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: ["sqs:SendMessage"],
        Resource: [QUEUE],
        Condition: {
          ArnEquals: {
            "aws:SourceArn": [
              "arn:aws:events:us-east-1:123456789012:rule/prod-us-east-1-karpenter-health-event",
              "arn:aws:events:us-east-1:123456789012:rule/prod-us-east-1-karpenter-spot-warning",
              "arn:aws:events:us-east-1:123456789012:rule/prod-us-east-1-karpenter-rebalance",
              "arn:aws:events:us-east-1:123456789012:rule/prod-us-east-1-karpenter-state-change",
            ],
          },
        },
      },
      {
        Sid: "AllowQueueService",
        Effect: "Allow",
        Principal: { Service: "sqs.amazonaws.com" },
        Action: ["sqs:SendMessage"],
        Resource: [QUEUE],
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      },
      {
        Sid: "DenyHTTP",
        Effect: "Deny",
        Principal: "*",
        Action: ["sqs:*"],
        Resource: [QUEUE],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ],
  });
});

test("without its conditions and the denial it allows what the release allows", () => {
  const allowed = policy.Statement.filter(({ Effect }) => Effect === "Allow");
  expect(allowed.map(({ Principal, Action, Resource }) => ({ Principal, Action, Resource }))).toEqual(
    ["events.amazonaws.com", "sqs.amazonaws.com"].map((Service) => ({
      Principal: { Service },
      Action: ["sqs:SendMessage"],
      Resource: [QUEUE],
    })),
  );
});

test("names resources of the stack's partition, and the same services in every partition", () => {
  const gov = queuePolicy({
    location: { ...PROD, region: "us-gov-west-1", partition: "aws-us-gov" },
    clusterName: "gov",
    queueName: "karpenter-interruption-gov",
  });
  expect(gov.Statement.map(({ Resource }) => Resource)).toEqual(
    Array(3).fill(["arn:aws-us-gov:sqs:us-gov-west-1:123456789012:karpenter-interruption-gov"]),
  );
  expect(gov.Statement[0]?.Principal).toEqual({ Service: "events.amazonaws.com" });
});
