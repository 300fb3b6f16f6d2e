import { ebsCsiKeyPolicy } from "../../../infra/cluster/ebs-csi-policy";
import { prodPlatform, prodWith } from "../prod-platform";

const throughEc2 = {
  StringEquals: { "kms:ViaService": "ec2.us-east-1.amazonaws.com" },
  "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/prod-us-east-1/data" },
};

describe("what the EBS driver may do with keys", () => {
  it("is to use the data key for volumes, and to grant it to AWS services", () => {
    expect(ebsCsiKeyPolicy(prodPlatform()).Statement).toEqual([
      {
        Sid: "UseDataKeyForVolumes",
        Effect: "Allow",
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
        Resource: ["arn:aws:kms:us-east-1:123456789012:key/*"],
        Condition: throughEc2,
      },
      {
        Sid: "GrantDataKeyToVolumes",
        Effect: "Allow",
        Action: ["kms:CreateGrant"],
        Resource: ["arn:aws:kms:us-east-1:123456789012:key/*"],
        Condition: { ...throughEc2, Bool: { "kms:GrantIsForAWSResource": "true" } },
      },
    ]);
  });

  it("names the key of its own cluster", () => {
    const other = prodWith((input) => {
      input.cluster.name = "other";
    });
    expect(JSON.stringify(ebsCsiKeyPolicy(other))).toContain("alias/other/data");
    expect(JSON.stringify(ebsCsiKeyPolicy(other))).not.toContain("prod-us-east-1");
  });
});
