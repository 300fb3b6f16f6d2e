import { type Problem, problem } from "../rule";
import { MalformedPolicy, type Statement, statementsOf } from "./policy-document";

/** What is wrong with a statement among others; `where` names it for readers. */
export type StatementCheck = (statement: Statement, where: string) => readonly string[];

/**
 * What is wrong with a policy that the input `policy` has, as text or as data. One that can't be read as a policy is wrong itself.
 *
 * @param check says what is wrong, in sentences about the policy
 */
export function policyProblems(
  policy: unknown,
  check: (statements: readonly Statement[]) => readonly string[],
): readonly Problem[] {
  return complaintsAbout(policy, check).map((complaint) => problem("policy", complaint));
}

/** The same as sentences, for a rule whose subject is the resource that has the policy elsewhere. */
export function complaintsAbout(
  policy: unknown,
  check: (statements: readonly Statement[]) => readonly string[],
): readonly string[] {
  try {
    return check(statementsOf(typeof policy === "string" ? policy : JSON.stringify(policy)));
  } catch (error) {
    if (error instanceof MalformedPolicy) return [error.message];
    throw error;
  }
}

/** Each statement judged by itself, with the name by which a reader finds it. */
export function eachStatement(check: StatementCheck): (statements: readonly Statement[]) => readonly string[] {
  return (statements) =>
    statements.flatMap((statement, index) => check(statement, `statement ${statement.sid ?? index + 1}`));
}
