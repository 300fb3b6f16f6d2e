import type { Check } from "../../../config/checks/check";
import { showPath } from "../../../config/config-path";
import type { Finding } from "../../../config/finding";
import { parseSections } from "../../../config/parse-sections";
import { SECTION_NAMES, type StackConfig } from "../../../config/stack-schema";
import type { ProdInput } from "../../infra/prod-platform";
import { prodInput } from "../../infra/prod-platform";

/** What a check finds in the committed stack file after a change to it. */
export function findingsAfter(check: Check, change: (input: ProdInput) => void = () => {}): Finding[] {
  const input = prodInput();
  change(input);
  const parsed = parseSections(input as unknown as Record<string, unknown>);
  if (!check.canRun(parsed)) {
    throw new Error("the change breaks the schema, so that the check doesn't run");
  }
  const fields = SECTION_NAMES.filter((name) => !parsed.sections[name].absent).map((name) => [
    name,
    parsed.sections[name].fields,
  ]);
  return check.find(Object.fromEntries(fields) as StackConfig);
}

/** The same, by path alone. */
export function pathsAfter(check: Check, change?: (input: ProdInput) => void): string[] {
  return findingsAfter(check, change).map(({ path }) => showPath(path));
}

/** A pool, bucket or other entry that the committed stack file is known to have. */
export function entry<T>(entries: Readonly<Record<string, T>>, name: string): T {
  const found = entries[name];
  if (found === undefined) {
    throw new Error(`${name} is not among ${Object.keys(entries).join(", ")}`);
  }
  return found;
}
