import { leadingClass } from "../change";
import { sourceText } from "../facts";
import { type Review, reviewHolds } from "../review";
import { verdictRow } from "./verdict-row";

/** Version of the form of the JSON report; a field that goes or means something else makes a new one. */
export const REPORT_VERSION = 1;

/** A review for programs: JSON with a line break at its end. */
export function jsonReport(review: Review): string {
  const { stack, compared, changes, acknowledgements, stale, policies, cost, capacity, facts } = review;
  const report = {
    version: REPORT_VERSION,
    stack,
    compared,
    holds: reviewHolds(review),
    class: leadingClass(changes),
    changes,
    acknowledgements: { ...acknowledgements, missing: acknowledgements.missing.map(({ thing }) => thing.name) },
    stale,
    policies: policies?.flatMap(({ kind, verdict }) => verdictRow(verdict, kind)) ?? null,
    cost,
    capacity,
    facts:
      facts?.map(({ fact, ...change }) => ({
        id: fact.id,
        statement: fact.statement,
        source: sourceText(fact),
        ...change,
      })) ?? null,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
