import { z } from "zod";

/** How long before its end an exemption is warned of: time to mend the matter, or to ask for more. */
export const WARNING_DAYS = 60;

const MILLISECONDS_PER_DAY = 24 * 60 * 60 * 1000;

/** One exemption: a rule that doesn't count for one resource or object, for a time. */
const exemption = z.strictObject({
  rule: z.string().describe("Id of the rule, as `npm run policy -- --list` prints it."),
  stack: z.string().describe("The stack in which it counts."),
  object: z
    .string()
    .describe(
      "The resource or object as the report names it: `aws:kms/key:Key keys-data`, `apps/Deployment istio-system/istiod`.",
    ),
  owner: z.string().min(1).describe("The team that answers for it."),
  reason: z.string().min(1).describe("Why the rule can't hold here, with the decision in docs/decisions.md."),
  until: z.iso.date().describe("The last day on which it counts, such as 2027-06-30."),
});

/** See the fields of `policies/exemptions.yaml`. */
export type Exemption = Readonly<z.output<typeof exemption>>;

const exemptionFile = z.strictObject({ exemptions: z.array(exemption) });

/** A file of exemptions that can't be used. Its message is the report. */
export class ExemptionError extends Error {
  override readonly name = "ExemptionError";
}

/**
 * Reads the exemptions out of parsed YAML, whichever rules and stacks there are: those of an earlier commit may name others.
 *
 * @throws {ExemptionError} with everything that is wrong in form
 */
export function exemptionsOf(file: unknown): readonly Exemption[] {
  const read = exemptionFile.safeParse(file);
  if (read.success) return read.data.exemptions;
  const lines = read.error.issues.map(({ path, message }) => `  ${path.join(".") || "(top)"}: ${message}`);
  throw new ExemptionError(`policies/exemptions.yaml can't be read:\n${lines.join("\n")}`);
}

/**
 * Reads the exemptions out of parsed YAML.
 *
 * @param rules ids of all rules
 * @param stacks names of all stacks
 * @throws {ExemptionError} with everything that is wrong
 */
export function readExemptions(
  file: unknown,
  rules: readonly string[],
  stacks: readonly string[],
): readonly Exemption[] {
  const exemptions = exemptionsOf(file);
  const lines = exemptions.flatMap((entry, index) => [
    ...(rules.includes(entry.rule) ? [] : [`  exemptions.${index}.rule: there is no rule "${entry.rule}"`]),
    ...(stacks.includes(entry.stack)
      ? []
      : [`  exemptions.${index}.stack: there is no stack "${entry.stack}"; there is ${stacks.join(", ")}`]),
    ...(exemptions.findIndex((other) => keyOf(other) === keyOf(entry)) === index
      ? []
      : [`  exemptions.${index}: a second one of ${entry.rule} for ${entry.object}`]),
  ]);
  if (lines.length > 0) throw new ExemptionError(`policies/exemptions.yaml:\n${lines.join("\n")}`);
  return exemptions;
}

function keyOf({ rule, stack, object }: Exemption): string {
  return `${rule} ${stack} ${object}`;
}

/** Days from a day to the end of an exemption; 0 on its last day, negative once it has expired. */
export function daysLeft({ until }: Exemption, today: Date): number {
  const start = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate());
  return Math.round((Date.parse(`${until}T00:00:00Z`) - start) / MILLISECONDS_PER_DAY);
}
