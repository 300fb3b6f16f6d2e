import { regionalArn } from "../../config/derived/arn";
import { keyAlias } from "../../config/derived/key-names";
import type { Platform } from "../../config/platform";
import { type Condition, type PolicyDocument, policyDocument } from "../identity/policy-document";

/** Purpose of the role of the EBS CSI driver, as its name in IAM ends: other policies name the role before it exists. */
export const EBS_CSI_ROLE = "ebs-csi-driver";

/**
 * Use of the data key for EBS volumes, beside AWS's own AmazonEBSCSIDriverPolicy, which knows no customer key. EC2 asks for the key with the driver's
 * permissions when a volume is made, and holds it by a grant afterwards. The key is named by its alias: its ARN isn't known before it exists.
 *
 * Source: EKS user guide, "Amazon EBS CSI driver", customer managed keys; KMS developer guide, kms:ResourceAliases and kms:ViaService.
 */
export function ebsCsiKeyPolicy(platform: Platform): PolicyDocument {
  const { aws } = platform;
  const key = { Effect: "Allow" as const, Resource: [regionalArn(aws, "kms", "key/*")] };
  const dataKeyThroughEc2: Condition = {
    StringEquals: { "kms:ViaService": `ec2.${aws.region}.${aws.dnsSuffix}` },
    "ForAnyValue:StringEquals": { "kms:ResourceAliases": keyAlias(platform, "data") },
  };
  return policyDocument([
    {
      ...key,
      Sid: "UseDataKeyForVolumes",
      Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      Condition: dataKeyThroughEc2,
    },
    {
      ...key,
      Sid: "GrantDataKeyToVolumes",
      Action: ["kms:CreateGrant"],
      Condition: { ...dataKeyThroughEc2, Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ]);
}
