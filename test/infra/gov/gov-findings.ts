import type { Check } from "../../../config/checks/check";
import type { Finding } from "../../../config/finding";
import { parseSections } from "../../../config/parse-sections";
import { SECTION_NAMES, type StackConfig } from "../../../config/stack-schema";
import { type GovInput, govInput } from "./gov-platform";

/** What a check finds in the file of the GovCloud stack after a change to it. */
export function govFindings(check: Check, change: (input: GovInput) => void = () => {}): Finding[] {
  const input = govInput();
  change(input);
  const parsed = parseSections(input as unknown as Record<string, unknown>);
  if (!check.canRun(parsed)) {
    throw new Error("the change breaks the schema, so that the check doesn't run");
  }
  const fields = SECTION_NAMES.map((name) => [name, parsed.sections[name].fields]);
  return check.find(Object.fromEntries(fields) as StackConfig);
}

/** An entry that the file is known to have. */
export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the file has no such entry");
  return value;
}
