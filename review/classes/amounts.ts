import type { Json } from "../../charts/kube-object";
import type { Difference } from "../diff/compare";
import { keysOf } from "../diff/diff-path";
import { durationSeconds } from "../diff/duration-text";
import { quantity } from "../diff/same-value";
import { valueText } from "../value-text";

/** Whether a number went down. Where one isn't given, `absent` counts: what the service then takes. */
export function lowered({ before, after }: Difference, absent: number): boolean {
  return numberOf(after, absent) < numberOf(before, absent);
}

/** Whether nothing is left of a number. */
export function noneLeft({ after }: Difference): boolean {
  return numberOf(after, 1) === 0;
}

/** Whether a number went up; see {@link lowered}. */
export function raised({ before, after }: Difference, absent: number): boolean {
  return numberOf(after, absent) > numberOf(before, absent);
}

/** Whether a quantity went down, such as the size of a volume. Both must be given. */
export function smaller({ before, after }: Difference): boolean {
  const [was, is] = [quantity(before), quantity(after)];
  return was !== undefined && is !== undefined && is < was;
}

/** Whether a duration went down; one that isn't given is for ever. */
export function shorter({ before, after }: Difference): boolean {
  return seconds(after) < seconds(before);
}

function seconds(value: Json | undefined): number {
  return (typeof value === "string" ? durationSeconds(value) : undefined) ?? Number.POSITIVE_INFINITY;
}

/** A number, or a text that is one. */
export function numberOf(value: Json | undefined, absent: number): number {
  if (value === undefined || value === null || value === "") return absent;
  const number = Number(value);
  return Number.isNaN(number) ? absent : number;
}

/** What changed, for a sentence: `from 3 to 5`, `from nothing to 30 days`. */
export function fromTo({ before, after }: Difference, unit = ""): string {
  return `from ${shown(before)} to ${shown(after)}${unit === "" ? "" : ` ${unit}`}`;
}

/** What changed with the name of its field, for a sentence: `maxSize from 40 to 60`. */
export function fieldFromTo(change: Difference): string {
  return `${keysOf(change.path).at(-1) ?? ""} ${fromTo(change)}`;
}

function shown(value: Json | undefined): string {
  return value === undefined || value === null ? "nothing" : valueText(value);
}
