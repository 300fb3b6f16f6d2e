import type { iam } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { type Rule, type RuleDescription, resourceRule } from "../rule";
import { MalformedPolicy, type Statement, statementsOf } from "./policy-document";
import { type PolicyText, policyText, type StatementCheck, statementProblems } from "./statement-problems";

/** Which statements a rule is about, and what is wrong with one. */
export interface StatementRule {
  /** By default every statement that allows; one that denies never is. */
  readonly about?: (statement: Statement) => boolean;
  readonly check: StatementCheck;
}

/** Inputs of all resources that say what an identity may do. */
type IdentityPolicyArgs = Pick<iam.RolePolicyArgs, "policy"> & Pick<iam.RoleArgs, "inlinePolicies">;

/** A rule about what identities may do. Policies of resources, of endpoints and of trust are not meant. A role is concerned by its inline policies. */
export function identityPolicyRule(description: RuleDescription, rule: StatementRule): Rule {
  const types = [
    "aws:iam/policy:Policy",
    "aws:iam/rolePolicy:RolePolicy",
    "aws:iam/groupPolicy:GroupPolicy",
    "aws:iam/userPolicy:UserPolicy",
    "aws:iam/role:Role",
  ];
  return statementRule<IdentityPolicyArgs>(description, types, identityPolicies, rule);
}

/**
 * A rule about who may assume a role.
 *
 * Trust in a cluster's service accounts names the cluster's identity provider, which exists only once the cluster does. A first preview doesn't show it, and such roles are then
 * not evaluated.
 */
export function trustRule(description: RuleDescription, rule: StatementRule): Rule {
  return statementRule<iam.RoleArgs>(
    description,
    ["aws:iam/role:Role"],
    ({ assumeRolePolicy }) => [policyText("assumeRolePolicy", assumeRolePolicy)],
    rule,
  );
}

/** What an identity may do by a resource's inputs. After an update a role without inline policies has one that is empty. */
export function identityPolicies({
  policy,
  inlinePolicies = [],
}: Partial<Unwrap<IdentityPolicyArgs>>): readonly PolicyText[] {
  const inline = inlinePolicies.flatMap((one, index) =>
    one.policy === undefined || one.policy === "" ? [] : [policyText(`inlinePolicies[${index}].policy`, one.policy)],
  );
  return policy === undefined ? inline : [policyText("policy", policy), ...inline];
}

/** A rule about statements of policies. It applies to resources that have such statements, and to those whose policy is none. */
function statementRule<Args>(
  description: RuleDescription,
  types: readonly string[],
  policiesIn: (inputs: Partial<Unwrap<Args>>) => readonly PolicyText[],
  { about = () => true, check }: StatementRule,
): Rule {
  const concerns = (statement: Statement): boolean => statement.effect === "Allow" && about(statement);
  return resourceRule<Args>(description, {
    types,
    when: ({ inputs }) => policiesIn(inputs).some((policy) => statementsIn(policy)?.some(concerns) ?? true),
    check: ({ inputs }) =>
      policiesIn(inputs).flatMap((policy) =>
        statementProblems(policy, (statement, all) => (concerns(statement) ? check(statement, all) : [])),
      ),
  });
}

/** The statements, or nothing when the text is no policy. */
function statementsIn({ text }: PolicyText): readonly Statement[] | undefined {
  try {
    return statementsOf(text);
  } catch (error) {
    if (error instanceof MalformedPolicy) return undefined;
    throw error;
  }
}
