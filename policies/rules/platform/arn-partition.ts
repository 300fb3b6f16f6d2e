import { arnsIn } from "../../arns";
import { textRule } from "../../aws-texts";

/** No ARN of another partition, wherever it is written. */
export const arnPartition = textRule(
  {
    id: "arn-partition",
    title: "Every ARN is of the partition that the stack is in",
    severity: "high",
    enforcement: "mandatory",
    why: "An ARN of another partition names nothing: a policy with it allows nothing, and AWS refuses a document that has it as a principal.",
    remediation: "Make the ARN of the stack's partition (config/derived/arn.ts) instead of writing it out.",
    link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
  },
  (text, { platform }) =>
    arnsIn(text).map((arn) => ({
      message:
        arn.partition === platform.aws.partition
          ? undefined
          : `${arn.text} is of partition ${arn.partition}; the stack is in ${platform.aws.partition}`,
    })),
);
