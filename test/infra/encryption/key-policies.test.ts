import { KEY_PURPOSES } from "../../../config/derived/key-names";
import { dataKeyPolicy, KEY_POLICIES, logsKeyPolicy, secretsKeyPolicy } from "../../../infra/encryption/key-policies";
import { prodPlatform, prodWith } from "../prod-platform";

const platform = prodPlatform();
const gov = prodWith((input) => {
  input.aws.region = "us-gov-west-1";
});
const ADMINISTRATION = {
  Sid: "AdministeredThroughIam",
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::123456789012:root" },
  Action: ["kms:*"],
  Resource: ["*"],
};
const USE = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];
const SERVICES = {
  StringEquals: { "kms:CallerAccount": "123456789012" },
  ArnEquals: {
    "aws:PrincipalArn": [
      "arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
      "arn:aws:iam::123456789012:role/aws-service-role/spot.amazonaws.com/AWSServiceRoleForEC2Spot",
    ],
  },
};
const LAUNCHER_THROUGH_EC2 = {
  StringEquals: { "kms:CallerAccount": "123456789012", "kms:ViaService": "ec2.us-east-1.amazonaws.com" },
  ArnEquals: { "aws:PrincipalArn": ["arn:aws:iam::123456789012:role/prod-us-east-1-karpenter-controller"] },
};

describe("every key policy", () => {
  const policies = Object.entries(KEY_POLICIES).map(([purpose, of]) => ({ purpose, document: of(platform) }));

  it("exists for every key", () => {
    expect(policies.map(({ purpose }) => purpose)).toEqual(Object.keys(KEY_PURPOSES));
  });

  it.each(policies)("$purpose: leaves administration to IAM, so that the key can't be locked", ({ document }) => {
    expect(document.Statement[0]).toEqual(ADMINISTRATION);
  });

  it.each(policies)("$purpose: allows nobody but the account and services without a condition", ({ document }) => {
    const open = document.Statement.filter(({ Condition }) => Condition === undefined);
    expect(open.map(({ Sid }) => Sid)).toEqual(["AdministeredThroughIam"]);
  });

  it.each(policies)(
    "$purpose: names no role as principal, which KMS refuses before the role exists",
    ({ document }) => {
      expect(document.Statement.map(({ Principal }) => JSON.stringify(Principal)).join()).not.toContain(":role/");
    },
  );

  it.each(policies)("$purpose: speaks to everyone only to leave roles of this account", ({ document }) => {
    const toEveryone = document.Statement.filter(({ Principal }) => JSON.stringify(Principal) === '{"AWS":"*"}');
    for (const { Condition } of toEveryone) {
      expect([SERVICES.ArnEquals, LAUNCHER_THROUGH_EC2.ArnEquals]).toContainEqual(Condition?.ArnEquals);
      expect(Condition?.StringEquals).toMatchObject({ "kms:CallerAccount": "123456789012" });
    }
    expect(toEveryone.map(({ Action }) => Action.includes("kms:*"))).not.toContain(true);
  });
});

describe("secretsKeyPolicy", () => {
  it("allows nothing beside administration: EKS works by a grant", () => {
    expect(secretsKeyPolicy(platform).Statement).toEqual([ADMINISTRATION]);
  });
});

describe("dataKeyPolicy", () => {
  it("lets services of AWS use the key and hand it on, and Karpenter the same through EC2 only", () => {
    const statement = (Sid: string, Action: readonly string[], Condition: object) => ({
      Sid,
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action,
      Resource: ["*"],
      Condition,
    });
    const toAwsOnly = { Bool: { "kms:GrantIsForAWSResource": "true" } };
    expect(dataKeyPolicy(platform).Statement.slice(1)).toEqual([
      statement("UsedByServices", USE, SERVICES),
      statement("GrantedByServices", ["kms:CreateGrant"], { ...SERVICES, ...toAwsOnly }),
      statement("UsedForInstances", USE, LAUNCHER_THROUGH_EC2),
      statement("GrantedToInstances", ["kms:CreateGrant"], { ...LAUNCHER_THROUGH_EC2, ...toAwsOnly }),
    ]);
  });

  it("follows the partition", () => {
    const json = JSON.stringify(dataKeyPolicy(gov));
    expect(json).not.toContain("arn:aws:");
    expect(json).toContain("arn:aws-us-gov:iam::123456789012:role/prod-us-east-1-karpenter-controller");
  });
});

describe("logsKeyPolicy", () => {
  it("lets CloudWatch Logs of the region use the key for log groups of the cluster", () => {
    expect(logsKeyPolicy(platform).Statement[1]).toEqual({
      Sid: "UsedByCloudWatchLogs",
      Effect: "Allow",
      Principal: { Service: "logs.us-east-1.amazonaws.com" },
      Action: USE,
      Resource: ["*"],
      Condition: {
        ArnLike: {
          "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:123456789012:log-group:/aws/*/prod-us-east-1/*",
        },
      },
    });
  });
});
