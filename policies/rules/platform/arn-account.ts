import { arnsIn } from "../../arns";
import { textRule } from "../../aws-texts";

/** What stands for the account in ARNs of what AWS manages, of what needs no account, and of patterns, which are not literals of somebody else. */
const NOBODYS: ReadonlySet<string> = new Set(["aws", "", "*"]);

/** No ARN of another account. Who really needs one has it exempted, which is how reviewers hear of it. */
export const arnAccount = textRule(
  {
    id: "arn-account",
    title: "Every ARN is of the stack's own account, or of what AWS manages",
    severity: "high",
    enforcement: "mandatory",
    why: "What belongs to another account can be let in, or written to, without anybody here deciding who is behind it.",
    remediation: "Make the ARN of the stack's account (config/derived/arn.ts) instead of writing it out.",
    link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
  },
  (text, { platform }) =>
    arnsIn(text).map((arn) => ({
      message:
        NOBODYS.has(arn.account) || arn.account === platform.aws.account
          ? undefined
          : `${arn.text} is of account ${arn.account}; the stack's is ${platform.aws.account}`,
    })),
);
