import { equalValues } from "../../iam/conditions";
import { covers, hasWildcard } from "../../iam/patterns";
import type { Statement } from "../../iam/policy-document";
import { identityPolicyRule } from "../../iam/statement-rule";

const PASS_ROLE = "iam:PassRole";
const SERVICE = "iam:PassedToService";

/** A role is passed on by name, and to a service by name. */
export const iamPassRole = identityPolicyRule(
  {
    id: "iam-pass-role",
    title: "iam:PassRole is granted for named roles and named services",
    severity: "critical",
    enforcement: "mandatory",
    why: "Who may pass any role to any service may start something with the account's most powerful role, and be it.",
    remediation: `Name the roles in Resource, and the services in a condition StringEquals on ${SERVICE}.`,
    link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
  },
  { about: passesRoles, check: (statement) => [...unnamedRoles(statement), ...unnamedServices(statement)] },
);

function passesRoles({ actions, notActions }: Statement): boolean {
  return notActions.length > 0
    ? !notActions.some((action) => covers(action, PASS_ROLE))
    : actions.some((action) => covers(action, PASS_ROLE));
}

function unnamedRoles({ resources, notResources }: Statement): readonly string[] {
  const open = notResources.length > 0 ? [`every role but ${notResources.join(", ")}`] : resources.filter(hasWildcard);
  return open.map((role) => `lets ${role} be passed on; a role has to be named in full`);
}

function unnamedServices(statement: Statement): readonly string[] {
  const services = equalValues(statement, SERVICE);
  if (services === undefined)
    return [`lets roles be passed to any service; StringEquals on ${SERVICE} has to name some`];
  return services
    .filter(hasWildcard)
    .map((service) => `names ${service} as ${SERVICE}; StringEquals takes it as it stands`);
}
