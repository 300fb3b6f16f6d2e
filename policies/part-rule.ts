import type { Estate } from "./estate";
import { judgements, type Problem, type Rule, type RuleDescription } from "./rule";

/**
 * A rule about something within objects that is judged by itself: a listener of a cluster, an alert of a rule file. An exemption is then of that one and not of all that the
 * object holds.
 */
export interface PartCheck<Part> {
  /** What it is about, for readers. */
  readonly appliesTo: readonly string[];
  readonly parts: (estate: Estate) => readonly Part[];
  /** What a part is called in reports and exemptions: the object's text, then the part's. */
  readonly subject: (part: Part) => string;
  readonly check: (part: Part, estate: Estate) => readonly Problem[];
}

/** How parts of a kind are found and called: what rules about the same kind share. */
export type Parts<Part> = Omit<PartCheck<Part>, "check">;

/**
 * A rule about parts of objects.
 *
 * @typeParam Part - what is judged, with its place
 */
export function partRule<Part>(
  description: RuleDescription,
  { appliesTo, parts, subject, check }: PartCheck<Part>,
): Rule {
  return {
    ...description,
    appliesTo,
    judge: (estate) => parts(estate).flatMap((part) => judgements({ text: subject(part) }, () => check(part, estate))),
  };
}
