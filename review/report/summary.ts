import { leadingClass, MEANINGS } from "../change";
import { sourceText } from "../facts";
import { costSentence } from "../money";
import type { Range } from "../range";
import type { Review } from "../review";
import { counted } from "../words";

/** What the whole change does, in a sentence. */
export function leadText({ changes }: Review): string {
  if (changes.length === 0) return "Nothing changes.";
  const leading = leadingClass(changes);
  const lead =
    changes.length === 1 ? "is what the one change does" : `is the worst of ${counted(changes.length, "change")}`;
  return `${leading} ${lead}: ${MEANINGS[leading]}`;
}

/** What fails the review beside acknowledgements that are missing, a sentence each. */
export function failureTexts({ stack, stale, acknowledgements: { unused } }: Review): readonly string[] {
  return [
    ...unused.map(
      ({ thing, class: is }) =>
        `The acknowledgement of ${is} of ${thing} is for nothing that changes so: take it out of review/acknowledged.yaml.`,
    ),
    ...(stale.length === 0
      ? []
      : [`${counted(stale.length, "manifest")} not as the plan deploys: run npm run synth -- --stack ${stack}.`]),
  ];
}

/** What the rules say of the change, in a sentence. */
export function policySentence({ policies }: Review): string {
  if (policies === undefined) return "not compared: today's schema can't read the stack file of the base.";
  const of = (kind: (typeof policies)[number]["kind"]) => policies.filter((one) => one.kind === kind).length;
  return `${counted(of("new"), "new violation")}, ${of("fixed")} fixed, ${of("exempted")} let through for a time.`;
}

/** What the stack costs, in a sentence. What has no price any more isn't saved, so no difference is told beside it. */
export function costText({ cost: { total, notPriced } }: Review): string {
  const { length } = notPriced.added;
  return length === 0
    ? costSentence(total.before, total.after)
    : `${costSentence(undefined, total.after)} ${counted(length, "thing")} of the change can't be priced, so the difference can't be told.`;
}

/** What can't be priced or counted any more, a line each. */
export function unpricedTexts({ cost: { notPriced } }: Review): readonly string[] {
  return notPriced.added.map(({ resource, what, reason }) => `${resource}: ${what} can't be priced: ${reason}`);
}

/** What the change does to nodes and to what pods ask for, a line for each amount that differs. */
export function capacityLines({ capacity: { total, pools, addresses, notCounted } }: Review): readonly string[] {
  return [
    ...total.map(({ what, unit, before, after }) => `all pools: ${what} ${rangeChange(before, after)} ${unit}`),
    ...pools.flatMap(({ pool, amounts }) =>
      amounts.map(({ what, unit, before, after }) => `${pool}: ${what} ${rangeChange(before, after)} ${unit}`),
    ),
    ...addresses.map(
      ({ before, after }) =>
        `addresses in ${(after ?? before)?.subnet}: ${after?.need ?? 0} needed of ${after?.supply ?? 0}, before ${before?.need ?? 0} of ${before?.supply ?? 0}`,
    ),
    ...notCounted.added.map(({ object, reason }) => `${object} isn't counted: ${reason}`),
  ];
}

/** The documented facts that the change touches, in a sentence. */
export function factSentence({ facts }: Review): string {
  if (facts === undefined) return "not compared: today's schema can't read the stack file of the base.";
  return facts.length === 0 ? "none touched." : `${counted(facts.length, "fact")} touched.`;
}

/** Each documented fact that the change touches, in a line. */
export function factTexts({ facts = [] }: Review): readonly string[] {
  return facts.map(
    ({ fact, before, after }) =>
      `${fact.id} (${sourceText(fact)}): ${fact.statement} Before: ${before}. Now: ${after}.`,
  );
}

/** `18 → 20`, or the three amounts where they differ: `12 to 40, typically 18 → 12 to 60, typically 18`. */
function rangeChange(before: Range, after: Range): string {
  return `${rangeText(before)} → ${rangeText(after)}`;
}

function rangeText({ minimum, typical, maximum }: Range): string {
  const [least, usual, most] = [minimum, typical, maximum].map((amount) => amount.toLocaleString("en-US"));
  return minimum === maximum ? String(usual) : `${least} to ${most}, typically ${usual}`;
}
