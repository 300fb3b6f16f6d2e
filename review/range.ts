/** An amount that depends on how far something is scaled: at the least, as it is planned, at the most. Its unit is that of the field that holds it. */
export interface Range {
  readonly minimum: number;
  /** With the desired sizes of the plan. */
  readonly typical: number;
  readonly maximum: number;
}

/** Nothing of it, however far. */
export const NONE: Range = { minimum: 0, typical: 0, maximum: 0 };

/** The same amount, however far. */
export function always(amount: number): Range {
  return { minimum: amount, typical: amount, maximum: amount };
}

/** Each of the three amounts with something done to it. */
export function eachOf({ minimum, typical, maximum }: Range, change: (amount: number) => number): Range {
  return { minimum: change(minimum), typical: change(typical), maximum: change(maximum) };
}

/** The sum of ranges, each of the three amounts for itself. */
export function sumOfRanges(ranges: readonly Range[]): Range {
  return ranges.reduce(
    (sum, one) => ({
      minimum: sum.minimum + one.minimum,
      typical: sum.typical + one.typical,
      maximum: sum.maximum + one.maximum,
    }),
    NONE,
  );
}

/** What the second has more than the first, each of the three amounts for itself. */
export function differenceOf(before: Range, after: Range): Range {
  return sumOfRanges([after, eachOf(before, (amount) => -amount)]);
}

/** Whether two ranges are the same. */
export function isSameRange(one: Range, other: Range): boolean {
  return one.minimum === other.minimum && one.typical === other.typical && one.maximum === other.maximum;
}

/** The amounts to so many decimals: adding fractions leaves crumbs. */
export function rounded(range: Range, decimals: number): Range {
  return eachOf(range, (amount) => roundedTo(amount, decimals));
}

/** A number to so many decimals, and never a negative nothing. */
export function roundedTo(amount: number, decimals: number): number {
  return Math.round(amount * 10 ** decimals) / 10 ** decimals + 0;
}
