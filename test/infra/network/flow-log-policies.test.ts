import { flowLogGroupName, flowLogPolicy, flowLogTrust } from "../../../infra/network/flow-log-policies";
import { prodPlatform } from "../prod-platform";

const GROUP = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/vpc/prod-us-east-1/flow-logs";

describe("flow logs", () => {
  const platform = prodPlatform();

  it("have a log group named after the cluster", () => {
    expect(flowLogGroupName(platform)).toBe("/aws/vpc/prod-us-east-1/flow-logs");
  });

  it("may write to their log group only", () => {
    expect(flowLogPolicy(platform).Statement).toEqual([
      {
        Sid: "WriteFlowLogs",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
        Resource: [GROUP, `${GROUP}:*`],
      },
      {
        Sid: "FindLogGroup",
        Effect: "Allow",
        Action: ["logs:DescribeLogGroups"],
        Resource: ["arn:aws:logs:us-east-1:123456789012:log-group:*"],
      },
    ]);
  });

  it("may use their role from this account and region only", () => {
    expect(flowLogTrust(platform).Statement).toEqual([
      {
        Sid: "AllowService",
        Effect: "Allow",
        Principal: { Service: "vpc-flow-logs.amazonaws.com" },
        Action: ["sts:AssumeRole"],
        Resource: [],
        Condition: {
          StringEquals: { "aws:SourceAccount": "123456789012" },
          ArnLike: { "aws:SourceArn": "arn:aws:ec2:us-east-1:123456789012:vpc-flow-log/*" },
        },
      },
    ]);
  });
});
