import { MalformedPolicy } from "../../iam/policy-document";
import { policyText } from "../../iam/statement-problems";
import { type PlannedRole, roleWithArn } from "../../planned-roles";
import { type Problem, problem } from "../../rule";
import { type RoleUse, roleUsers, UNNAMED } from "../../service-accounts";
import { subjectRule } from "../../subject-rule";
import { fitsPattern, trustedServiceAccounts } from "../../trust";

/**
 * Role and service account name each other. Before the cluster exists the trust policies aren't known, because the id of its identity provider is part of them: in a first preview
 * this is not evaluated.
 */
export const serviceAccountTrusted = subjectRule(
  {
    id: "service-account-trusted",
    title: "A role that a service account asks for trusts that service account",
    severity: "high",
    enforcement: "mandatory",
    why: "STS refuses every other account the role, so the pods' calls to AWS fail as soon as they run.",
    remediation:
      "Name the service account, with its namespace, in the trust policy of the role; where a chart makes the account, give its name in the values.",
    link: "https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html",
  },
  {
    appliesTo: ["/ServiceAccount", "objects of operators", "kubernetes:helm.sh/v3:Release", "aws:eks/addon:Addon"],
    candidates: (estate) =>
      roleUsers(estate).map(({ subject, uses }) => ({
        subject,
        check: () => {
          const answered = uses().flatMap((use) => {
            const role = roleWithArn(estate, use.arn);
            return role === undefined || use.account === undefined ? [] : [{ use, role }];
          });
          return answered.length === 0 ? undefined : answered.flatMap(({ use, role }) => untrusted(use, role));
        },
      })),
  },
);

function untrusted({ path, account = UNNAMED }: RoleUse, { name, inputs }: PlannedRole): readonly Problem[] {
  if (account === UNNAMED) {
    return [problem(path, `nothing says what the service account is called; ${name} has to trust it by its name`)];
  }
  try {
    const trusted = trustedServiceAccounts(policyText("assumeRolePolicy", inputs.assumeRolePolicy).text);
    if (trusted.some((pattern) => fitsPattern(account, pattern))) return [];
    const others = trusted.length === 0 ? "no service account" : trusted.join(", ");
    return [problem(path, `asks for ${name} for ${account}; the role trusts ${others}`)];
  } catch (error) {
    if (!(error instanceof MalformedPolicy)) throw error;
    return [problem(path, `asks for ${name}, whose assumeRolePolicy ${error.message}`)];
  }
}
