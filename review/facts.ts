import type { Section } from "../facts/documents";
import type { Fact } from "../facts/fact";
import { type Finding, matchesPlace, readBack } from "../facts/read-back";
import { deviationsOf } from "../facts/sources";
import type { Change } from "./change";
import type { Side } from "./side";

/** The documented facts, with what says where they are. */
export interface Documented {
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
}

/** A documented fact that a change touches. */
export interface FactChange {
  readonly fact: Fact;
  /** What was found before: `read back`, `decided`, or what was wrong. */
  readonly before: string;
  readonly after: string;
  /** Names of the changes that touch it. */
  readonly touchedBy: readonly string[];
}

/** Reads the facts of a stack back from a side; undefined where its configuration can't be read. */
export function findingsOf(side: Side, { facts, sections }: Documented): readonly Finding[] | undefined {
  const { platform, resources, objects, printed, decisions } = side;
  if (platform === undefined) return undefined;
  const documents = new Set(sections.filter(({ stack }) => stack === platform.stack).map(({ document }) => document));
  const sources = { resources, manifests: objects, printed, decisions, deviations: deviationsOf(platform) };
  return facts.filter(({ source }) => documents.has(source.document)).map((fact) => readBack(fact, sources));
}

/** The facts that read differently on the two sides. */
export function factChanges(
  base: readonly Finding[],
  head: readonly Finding[],
  changes: readonly Change[],
): readonly FactChange[] {
  const earlier = new Map(base.map((finding) => [finding.fact.id, textOf(finding)]));
  return head.flatMap((finding) => {
    const { fact } = finding;
    const [before, after] = [earlier.get(fact.id), textOf(finding)];
    return before === undefined || before === after
      ? []
      : [{ fact, before, after, touchedBy: touching(fact, changes) }];
  });
}

/** Where a fact is written, for readers. */
export function sourceText({ source: { document, section, line } }: Fact): string {
  return `document ${document}, section ${section}, line ${line}`;
}

function textOf(finding: Finding): string {
  return "message" in finding ? finding.message : finding.outcome;
}

function touching({ plan, manifest, printed }: Fact, changes: readonly Change[]): readonly string[] {
  const place = (plan ?? manifest ?? printed ?? "").split(" > ")[0] ?? "";
  return changes.map(({ thing }) => thing.name).filter((name) => matchesPlace(name, place));
}
