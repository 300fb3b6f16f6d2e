import type { Changeable } from "../estate-fixture";
import { changeInputs, type Mutation } from "./mutation";

/** Changes the policy that a resource has as text, statement by statement; it throws when no statement is changed. */
export function changeStatements(
  type: string,
  change: (statement: Changeable) => void,
  name?: RegExp,
): Mutation["change"] {
  return changeInputs(
    type,
    (inputs) => {
      const before: string = inputs.policy;
      const document = JSON.parse(before);
      for (const statement of document.Statement) change(statement);
      inputs.policy = JSON.stringify(document);
      if (inputs.policy === before) throw new Error(`The policy of ${type} ${name ?? ""} has nothing to mutate.`);
    },
    name,
  );
}
