import { type Problem, problem } from "../rule";
import { MalformedPolicy, type Statement, statementsOf } from "./policy-document";

/** A policy as text, and where in a resource's inputs it is. */
export interface PolicyText {
  /** Such as `policy` or `inlinePolicies[0].policy`. */
  readonly path: string;
  readonly text: string;
}

/** What is wrong with a statement: sentences without a subject, such as `allows kms:* on *`. */
export type StatementCheck = (statement: Statement, all: readonly Statement[]) => readonly string[];

/** The problems of a policy's statements, each beginning with the statement's name; of a text that is no policy, that it is none. */
export function statementProblems({ path, text }: PolicyText, check: StatementCheck): readonly Problem[] {
  try {
    const statements = statementsOf(text);
    return statements.flatMap((statement, index) =>
      check(statement, statements).map((complaint) =>
        problem(path, `${statement.sid ?? `statement ${index + 1}`} ${complaint}`),
      ),
    );
  } catch (error) {
    if (error instanceof MalformedPolicy) return [problem(path, error.message)];
    throw error;
  }
}

/** A policy that an input holds as JSON, or as the object that the provider makes JSON of. */
export function policyText(path: string, policy: unknown): PolicyText {
  return { path, text: typeof policy === "string" ? policy : (JSON.stringify(policy) ?? "") };
}
