import { arnsIn } from "../../arns";
import { textRule } from "../../aws-texts";

/** Where something has no region, and patterns, which are not literals of another one. */
const ANYWHERE: ReadonlySet<string> = new Set(["", "*"]);

/** Models of Bedrock, which are AWS's: an inference profile may send a request to any region of its geography, and each has to be granted. */
const MODEL = /^arn:[^:]+:bedrock:[^:]+::foundation-model\//;

/** No ARN of another region. */
export const arnRegion = textRule(
  {
    id: "arn-region",
    title: "Every ARN of a regional resource is of the stack's region",
    severity: "medium",
    enforcement: "mandatory",
    why: "A stack in another region would keep using the first one's keys, queues and logs, or be refused them.",
    remediation: "Make the ARN of the stack's region (config/derived/arn.ts) instead of writing it out.",
    link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
  },
  (text, { platform }) =>
    arnsIn(text).map((arn) => ({
      message:
        ANYWHERE.has(arn.region) || arn.region === platform.aws.region || MODEL.test(arn.text)
          ? undefined
          : `${arn.text} is of region ${arn.region}; the stack is in ${platform.aws.region}`,
    })),
);
