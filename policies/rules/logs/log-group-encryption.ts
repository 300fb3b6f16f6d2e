import type { cloudwatch } from "@pulumi/aws";
import { customerKeyComplaint } from "../../kms/customer-key";
import { problem, resourceRule } from "../../rule";

/** Who may read logs is decided by a key of ours, too. */
export const logGroupEncryption = resourceRule<cloudwatch.LogGroupArgs>(
  {
    id: "log-group-encryption",
    title: "Every log group is encrypted with a customer managed key",
    severity: "medium",
    enforcement: "mandatory",
    why: "Logs hold addresses, names and at times a token; with AWS's own key whoever may read the group reads them, and no use of the key is recorded.",
    remediation: "Set kmsKeyId to the ARN of a key whose policy admits CloudWatch Logs for this log group.",
    link: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
  },
  {
    types: ["aws:cloudwatch/logGroup:LogGroup"],
    check: (group, estate) => {
      const complaint = customerKeyComplaint(group, () => group.inputs.kmsKeyId, estate);
      return complaint === undefined ? [] : [problem("kmsKeyId", complaint)];
    },
  },
);
