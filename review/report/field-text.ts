import type { Json } from "../../charts/kube-object";
import type { FieldChange } from "../change";
import { counted } from "../words";

/** The longest value that a line shows, in characters; of a longer one its length is told. A part of a value says less than none. */
const LONGEST_VALUE = 120;

/** A field that differs, in a line: `spec.replicas: 3 → 5`. */
export function fieldText({ path, before, after }: FieldChange): string {
  if (before === undefined) return `${path}: ${valueText(after)}, new`;
  if (after === undefined) return `${path}: ${valueText(before)}, gone`;
  return `${path}: ${valueText(before)} → ${valueText(after)}`;
}

function valueText(value: Json | undefined): string {
  const text = typeof value === "string" && !value.includes("\n") ? value : JSON.stringify(value ?? null);
  return text.length <= LONGEST_VALUE ? text : `(${counted(text.length, "character")})`;
}
