import type { Fact } from "../../facts/fact";
import { readBack, type Sources } from "../../facts/read-back";
import type { Piece } from "./shown";

/** What a documented fact shows: its value, where it is read back. One that a decision replaces without a value to read shows nothing. */
export function factPiece(fact: Fact, sources: Sources): Piece {
  const finding = readBack(fact, sources);
  if (finding.outcome === "missing" || finding.outcome === "different") {
    return { outcome: "missing", message: finding.message };
  }
  const target = fact.plan ?? fact.manifest ?? fact.printed;
  if (target === undefined) return { outcome: "missing", message: "is decided, and nothing is read back" };
  return { outcome: "shown", subjects: [target], says: `is ${JSON.stringify(fact.value)}` };
}
