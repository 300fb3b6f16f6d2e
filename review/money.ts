import type { Range } from "./range";

/** US dollars without cents: no estimate is that exact. */
export function dollars(amount: number): string {
  const rounded = Math.round(amount);
  return `${rounded < 0 ? "\u2212" : ""}$${Math.abs(rounded).toLocaleString("en-US")}`;
}

/** A difference with its sign, and how much of what was it is: `+$120 (+3 %)`. */
export function dollarDifference(before: number, after: number): string {
  const difference = Math.round(after - before);
  if (difference === 0) return "no difference";
  const share = before === 0 ? "" : ` (${signed(Math.round(((after - before) / before) * 1000) / 10)} %)`;
  return `${difference > 0 ? "+" : ""}${dollars(difference)}${share}`;
}

function signed(amount: number): string {
  return amount > 0 ? `+${amount}` : `\u2212${Math.abs(amount)}`;
}

/**
 * What something costs in a month, in a sentence.
 *
 * @param before left out where nothing is compared
 */
export function costSentence(before: Range | undefined, after: Range): string {
  const now = `Typically ${dollars(after.typical)} a month, between ${dollars(after.minimum)} and ${dollars(after.maximum)}`;
  if (before === undefined) return `${now}.`;
  const difference = dollarDifference(before.typical, after.typical);
  return difference === "no difference"
    ? `${now}; the typical amount stays as it is.`
    : `${now}; ${difference} with the change.`;
}
