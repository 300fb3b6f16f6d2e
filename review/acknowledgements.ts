import { z } from "zod";
import type { Change } from "./change";

/** One acknowledgement: somebody says that a change may replace a protected thing, or cost data. */
const acknowledgement = z.strictObject({
  stack: z.string().describe("The stack in which the change is made."),
  thing: z
    .string()
    .describe(
      "The resource or object as the review names it: `aws:s3/bucket:Bucket storage-orders-bucket`, `kafka.strimzi.io/KafkaTopic kafka/page-views`.",
    ),
  class: z.enum(["replacement", "data loss"]).describe("What the review says that the change does to it."),
  owner: z.string().min(1).describe("The team that answers for it."),
  reason: z
    .string()
    .min(1)
    .describe("Why it may be so, and what was done before: a copy, a date agreed on. Another reason is another entry."),
});

/** See the fields of `review/acknowledged.yaml`. */
export type Acknowledgement = Readonly<z.output<typeof acknowledgement>>;

const acknowledgementFile = z.strictObject({ acknowledgements: z.array(acknowledgement) });

/** A file of acknowledgements that can't be used. Its message is the report. */
export class AcknowledgementError extends Error {
  override readonly name = "AcknowledgementError";
}

/**
 * Reads the acknowledgements out of parsed YAML.
 *
 * @throws {AcknowledgementError} with everything that is wrong
 */
export function readAcknowledgements(file: unknown): readonly Acknowledgement[] {
  const read = acknowledgementFile.safeParse(file);
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `  ${path.join(".") || "(top)"}: ${message}`);
    throw new AcknowledgementError(`review/acknowledged.yaml can't be read:\n${lines.join("\n")}`);
  }
  const { acknowledgements } = read.data;
  const lines = acknowledgements.flatMap((entry, index) =>
    acknowledgements.findIndex((other) => textOf(other) === textOf(entry)) === index
      ? []
      : [`  acknowledgements.${index}: the same as an earlier one, of ${entry.thing}`],
  );
  if (lines.length > 0) throw new AcknowledgementError(`review/acknowledged.yaml:\n${lines.join("\n")}`);
  return acknowledgements;
}

/**
 * The acknowledgements that a change brings along, of one stack: those of its head that its base doesn't have. An entry speaks for the change that it came with and for no later one; to say it again, another reason is
 * given.
 */
export function newAcknowledgements(
  stack: string,
  base: readonly Acknowledgement[],
  head: readonly Acknowledgement[],
): readonly Acknowledgement[] {
  const before = new Set(base.map(textOf));
  return head.filter((entry) => entry.stack === stack && !before.has(textOf(entry)));
}

/** Changes that replace something protected, cost its data, or take away what protects it (of the class of its deletion), and that no entry names with exactly that class: with one of them a review fails. */
export function unacknowledged(changes: readonly Change[], entries: readonly Acknowledgement[]): readonly Change[] {
  return changes.filter((change) => needsOne(change) && !entries.some((entry) => isFor(entry, change)));
}

/** Entries that no change needs: of another thing, or of another class. */
export function unusedAcknowledgements(
  changes: readonly Change[],
  entries: readonly Acknowledgement[],
): readonly Acknowledgement[] {
  return entries.filter((entry) => !changes.some((change) => needsOne(change) && isFor(entry, change)));
}

function needsOne({ thing, class: is }: Change): boolean {
  return thing.protected && (is === "replacement" || is === "data loss");
}

function isFor(entry: Acknowledgement, { thing, class: is }: Change): boolean {
  return entry.thing === thing.name && entry.class === is;
}

function textOf({ stack, thing, class: is, owner, reason }: Acknowledgement): string {
  return JSON.stringify([stack, thing, is, owner, reason]);
}
