import { stringify } from "yaml";
import type { Change } from "../change";

/** The entry that `review/acknowledged.yaml` lacks, to be completed: who answers for it, and why, only a person knows. */
export function entryText(stack: string, { thing, class: is }: Change): string {
  const entry = { stack, thing: thing.name, class: is, owner: "", reason: "" };
  return stringify([entry], { lineWidth: 0 });
}
