import { z } from "zod";

/** Where a fact is written. */
const place = z.strictObject({
  document: z.enum(["000", "001", "002", "003", "004"]),
  section: z
    .string()
    .regex(/^\d+[a-z]?$/)
    .describe("Number of the section, as docs/documents.yaml has it."),
  line: z.int().positive().describe("Line of the document."),
});

const value = z.json();

const fact = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    statement: z.string().min(10).describe("What the document says, in a sentence of ours."),
    source: place,
    plan: z
      .string()
      .optional()
      .describe("`type name > selector` into the plan; the name may hold `*`, then a list is read."),
    manifest: z
      .string()
      .optional()
      .describe(
        "`group/Kind namespace/name > selector` into manifests/<stack>; the name may hold `*`, then a list is read.",
      ),
    printed: z.string().optional().describe("The same into manifests/<stack>/as-documented."),
    value: value.optional().describe("What is there, exactly."),
    decision: z
      .string()
      .optional()
      .describe("Id of the decision in docs/decisions.md that replaces the fact, or that settles a contradiction."),
    deviation: z
      .string()
      .optional()
      .describe("Id of the entry of the ledger that replaces the fact: charts/deviations.ts."),
    contradicts: place
      .extend({ says: z.string().min(1) })
      .optional()
      .describe("Another place that says something else."),
  })
  .superRefine((row, context) => {
    const targets = [row.plan, row.manifest, row.printed].filter((target) => target !== undefined);
    const complain = (message: string) => context.addIssue({ code: "custom", message });
    if (targets.length > 1) complain("one of plan, manifest and printed, not several");
    if (targets.length === 1 && row.value === undefined) complain("a selector needs the value that is there");
    if (targets.length === 0 && row.value !== undefined) complain("a value needs the selector that finds it");
    if (targets.length === 0 && row.decision === undefined && row.deviation === undefined) {
      complain("a selector with its value, a decision or a deviation");
    }
    if (row.contradicts !== undefined && row.decision === undefined && row.deviation === undefined)
      complain("a contradiction needs the decision");
  });

/** One documented fact: a row of `docs/facts.yaml`. */
export type Fact = Readonly<z.output<typeof fact>>;

const factFile = z.strictObject({ facts: z.array(fact).min(1) });

/** A table of facts that can't be used. Its message is the report. */
export class FactError extends Error {
  override readonly name = "FactError";
}

/**
 * Reads the table out of parsed YAML.
 *
 * @throws {FactError} with everything that is wrong in it
 */
export function readFacts(file: unknown): readonly Fact[] {
  const read = factFile.safeParse(file);
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `  ${nameOf(file, path)}: ${message}`);
    throw new FactError(`docs/facts.yaml can't be read:\n${lines.join("\n")}`);
  }
  const { facts } = read.data;
  const twice = facts.filter(({ id }, index) => facts.findIndex((other) => other.id === id) !== index);
  if (twice.length > 0)
    throw new FactError(`docs/facts.yaml has two rows called ${twice.map(({ id }) => id).join(", ")}.`);
  return facts;
}

function nameOf(file: unknown, path: readonly PropertyKey[]): string {
  const [, index, ...rest] = path;
  const rows = (file as { readonly facts?: readonly { readonly id?: string }[] } | null)?.facts;
  const id = typeof index === "number" ? rows?.[index]?.id : undefined;
  return [id ?? (path.map(String).join(".") || "(top)"), ...(id === undefined ? [] : rest.map(String))].join(" ");
}
