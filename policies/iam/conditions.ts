import { isBroad } from "../address-blocks";
import { isAnyResource } from "./patterns";
import type { Condition, Statement } from "./policy-document";

/** Keys that tell how or when a call is made, and nothing of what it is made on or of who makes it. */
const NOT_NARROWING = [
  "aws:currenttime",
  "aws:epochtime",
  "aws:multifactorauthage",
  "aws:multifactorauthpresent",
  "aws:requestedregion",
  "aws:securetransport",
  "aws:tokenissuetime",
  "aws:useragent",
];

/** Whether conditions limit a statement to some resources, tags or callers. */
export function isNarrowed({ conditions }: Statement): boolean {
  return conditions.some(
    (condition) =>
      failsWithoutKey(condition) && !NOT_NARROWING.includes(condition.key.toLowerCase()) && says(condition),
  );
}

/** The values that a key has to equal, one of them; nothing where no `StringEquals` asks for it. */
export function equalValues({ conditions }: Statement, key: string): readonly string[] | undefined {
  return conditions.find(
    (condition) =>
      condition.operator.toLowerCase() === "stringequals" && condition.key.toLowerCase() === key.toLowerCase(),
  )?.values;
}

/**
 * Whether a condition doesn't hold where its key is absent. `…IfExists`, `ForAllValues:` and negations do, and `Null` does where it asks for just that.
 *
 * Source: IAM user guide, "IAM JSON policy elements: Condition operators" (IfExists, Null, negated matching) and "Set operators for multivalued context keys".
 */
export function failsWithoutKey({ operator, values }: Condition): boolean {
  if (/IfExists$|^ForAllValues:/i.test(operator)) return false;
  return /^Null$/i.test(operator) ? values.every((value) => value === "false") : !/Not/i.test(operator);
}

/** A pattern that anything fits says nothing; of a tag it says that someone has set it. */
function says({ key, values }: Condition): boolean {
  return values.length > 0 && (/tag\//i.test(key) || !values.some(fitsAnything));
}

/** Whether a value leaves everything open: `*`, `arn:*`, `arn:aws:iam::*:*`, `0.0.0.0/0`. */
function fitsAnything(value: string): boolean {
  if (/^[*?]+$/.test(value) || isBroad(value)) return true;
  return /^arn:/i.test(value) && isAnyResource(value);
}
