import { roleWithArn } from "../../planned-roles";
import { problem } from "../../rule";
import { roleUsers } from "../../service-accounts";
import { subjectRule } from "../../subject-rule";

/** A role that a service account asks for is there. Whether it lets the account in is `service-account-trusted`, which a first preview can't answer. */
export const serviceAccountRole = subjectRule(
  {
    id: "service-account-role",
    title: "Every role that a service account asks for is a role of the plan",
    severity: "high",
    enforcement: "mandatory",
    why: "Pods with the account start without a complaint, and each of their calls to AWS is refused.",
    remediation: "Name the ARN of a role that the stack makes, or make the role.",
    link: "https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html",
  },
  {
    appliesTo: ["/ServiceAccount", "objects of operators", "kubernetes:helm.sh/v3:Release", "aws:eks/addon:Addon"],
    candidates: (estate) =>
      roleUsers(estate).map(({ subject, uses }) => ({
        subject,
        check: () => {
          const all = uses();
          if (all.length === 0) return undefined;
          return all
            .filter(({ arn }) => roleWithArn(estate, arn) === undefined)
            .map(({ path, arn }) => problem(path, `is ${arn}, which is no role of the plan`));
        },
      })),
  },
);
