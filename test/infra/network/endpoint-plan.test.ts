import { endpointServiceName, planEndpoints } from "../../../infra/network/endpoint-plan";
import { prodPlatform, prodWith } from "../prod-platform";

describe("planEndpoints", () => {
  const { network } = prodPlatform();

  it("counts eight as document 000 does, section 12: S3, DynamoDB, ECR, STS, SSM, Secrets Manager, KMS, CloudWatch", () => {
    expect(network.endpoints).toEqual(["s3", "dynamodb", "ecr", "sts", "ssm", "secretsmanager", "kms", "cloudwatch"]);
  });

  it("makes ten of them, because ECR and CloudWatch are two services each", () => {
    expect(planEndpoints(network.endpoints)).toEqual([
      { service: "s3", kind: "Gateway" },
      { service: "dynamodb", kind: "Gateway" },
      { service: "ecr.api", kind: "Interface" },
      { service: "ecr.dkr", kind: "Interface" },
      { service: "sts", kind: "Interface" },
      { service: "ssm", kind: "Interface" },
      { service: "secretsmanager", kind: "Interface" },
      { service: "kms", kind: "Interface" },
      { service: "logs", kind: "Interface" },
      { service: "monitoring", kind: "Interface" },
    ]);
  });

  it("makes none twice", () => {
    expect(planEndpoints(["sts", "sts"])).toEqual([{ service: "sts", kind: "Interface" }]);
  });
});

describe("endpointServiceName", () => {
  it("names the service in the region of the stack", () => {
    expect(endpointServiceName(prodPlatform().aws, { service: "ecr.dkr", kind: "Interface" })).toBe(
      "com.amazonaws.us-east-1.ecr.dkr",
    );
  });

  it("has the same form in GovCloud", () => {
    const { aws } = prodWith((input) => {
      input.aws.region = "us-gov-west-1";
    });
    expect(endpointServiceName(aws, { service: "s3", kind: "Gateway" })).toBe("com.amazonaws.us-gov-west-1.s3");
  });
});
