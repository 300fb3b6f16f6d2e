import type { Json } from "../charts/kube-object";
import { counted } from "./words";

/** The longest value that a line or a reason shows, in characters; of a longer one its length is told. A part of a value says less than none. */
export const LONGEST_VALUE = 120;

/** A value in a line: a text as it is, anything else as JSON, and what is longer than {@link LONGEST_VALUE} as its length. */
export function valueText(value: Json | undefined): string {
  const text = typeof value === "string" && !value.includes("\n") ? value : JSON.stringify(value ?? null);
  return text.length <= LONGEST_VALUE ? text : `(${counted(text.length, "character")})`;
}
