import type { Fact } from "../facts/fact";
import type { Sources } from "../facts/read-back";
import type { Verdict } from "../policies/evaluate";
import type { Control, Evidence } from "./control";
import { factPiece } from "./evidence/facts";
import { resourcePiece } from "./evidence/resources";
import { rulePiece } from "./evidence/rules";
import type { Piece } from "./evidence/shown";

/** A piece of evidence with what it is: a resource's place, a rule's id, a fact's id. */
export type NamedPiece = { readonly kind: "resource" | "rule" | "fact"; readonly name: string } & Piece;

/** A control that a stack claims, with what came of each piece of its evidence. */
export interface Assessment {
  readonly control: Control;
  readonly evidence: Evidence;
  readonly pieces: readonly NamedPiece[];
}

/** What evidence is looked for in: one stack. */
export interface Grounds {
  readonly stack: string;
  readonly sources: Sources;
  readonly facts: readonly Fact[];
  /** Of the rules over the stack's plan and manifests. */
  readonly verdicts: readonly Verdict[];
}

/** Looks for the evidence of every control that a stack claims, in the table's order. */
export function assess(controls: readonly Control[], grounds: Grounds): readonly Assessment[] {
  return controls.flatMap((control) =>
    control.evidence
      .filter(({ stack }) => stack === grounds.stack)
      .map((evidence) => ({ control, evidence, pieces: piecesOf(evidence, grounds) })),
  );
}

/** Whether every piece of a control's evidence is there. */
export function isShown({ pieces }: Assessment): boolean {
  return pieces.every(({ outcome }) => outcome === "shown");
}

function piecesOf(evidence: Evidence, { sources, facts, verdicts }: Grounds): readonly NamedPiece[] {
  return [
    ...evidence.resources.map(
      (wanted): NamedPiece => ({
        kind: "resource",
        name: wanted.plan ?? wanted.manifest ?? "",
        ...resourcePiece(wanted, sources),
      }),
    ),
    ...evidence.rules.map(
      (id): NamedPiece => ({ kind: "rule", name: id, ...rulePiece(id, verdicts, evidence.accepts) }),
    ),
    ...facts
      .filter(({ id }) => evidence.facts.includes(id))
      .map((fact): NamedPiece => ({ kind: "fact", name: fact.id, ...factPiece(fact, sources) })),
  ];
}
