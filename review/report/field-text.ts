import type { FieldChange } from "../change";
import { valueText } from "../value-text";

/** A field that differs, in a line: `spec.replicas: 3 → 5`. */
export function fieldText({ path, before, after }: FieldChange): string {
  if (before === undefined) return `${path}: ${valueText(after)}, new`;
  if (after === undefined) return `${path}: ${valueText(before)}, gone`;
  return `${path}: ${valueText(before)} → ${valueText(after)}`;
}
