import type { PlannedResource } from "../../../../policies/resource";
import { type Changeable, inputsIn, resource, type Things } from "../../estate-fixture";

export const POLICY = "aws:iam/policy:Policy";
export const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
export const ROLE = "aws:iam/role:Role";

/** A managed policy of some statements. */
export function managedPolicy(name: string, ...statements: readonly object[]): PlannedResource {
  return resource(POLICY, name, { policy: policyOf(statements) });
}

/** A role with a trust policy of some statements. */
export function trustedRole(name: string, ...statements: readonly object[]): PlannedResource {
  return resource(ROLE, name, { name, assumeRolePolicy: policyOf(statements) });
}

/** Changes a statement of the policy in an input: the first of the first resource, unless others are named. */
export function changeStatement(
  change: (statement: Changeable) => void,
  { name, input = "policy", at = 0 }: { readonly name?: string; readonly input?: string; readonly at?: number } = {},
): (things: Things) => void {
  return (things) => {
    const inputs = inputsIn(things, name);
    const document = JSON.parse(inputs[input]) as { Statement: Changeable[] };
    const statement = document.Statement[at];
    if (statement === undefined) throw new Error(`The policy has no statement ${at}.`);
    change(statement);
    inputs[input] = JSON.stringify(document);
  };
}

export function policyOf(statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
