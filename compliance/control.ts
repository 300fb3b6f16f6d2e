import { z } from "zod";
import { parseSelector, SelectorError } from "../facts/selector";
import { SECRET, UNKNOWN } from "../sandbox/engine/shown-values";

/** What the rows of the table may name. */
export interface KnownNames {
  /** Ids of all rules. */
  readonly rules: readonly string[];
  /** Ids of all documented facts. */
  readonly facts: readonly string[];
  /** Names of all stacks. */
  readonly stacks: readonly string[];
}

const place = (what: string) => z.string().optional().describe(what);

const resource = z
  .strictObject({
    plan: place("`type name`, or `type name > selector`, into the plan; the name may hold `*`."),
    manifest: place(
      "`group/Kind namespace/name`, or that with ` > selector`, into manifests/<stack>; the name may hold `*`.",
    ),
    value: z.json().optional().describe("What is at the selector, exactly: of every one that the name fits."),
  })
  .superRefine(({ plan, manifest, value }, context) => {
    const complain = (message: string) => context.addIssue({ code: "custom", message });
    if ((plan === undefined) === (manifest === undefined)) complain("one of plan and manifest");
    const selector = selectorOf(plan ?? manifest ?? "");
    if ((selector === undefined) !== (value === undefined))
      complain("a selector and the value that is there, or neither");
    const text = JSON.stringify(value) ?? "";
    if ([SECRET, UNKNOWN].some((placeholder) => text.includes(placeholder))) complain("a placeholder shows nothing");
    const problem = selector === undefined ? undefined : selectorProblem(selector);
    if (problem !== undefined) complain(problem);
  });

const acceptance = z.strictObject({
  rule: z.string().describe("One of the evidence's own rules."),
  object: z.string().describe("The object that is exempt from it, as policies/exemptions.yaml names it."),
  reason: z.string().min(20).describe("Why the control is met all the same."),
});

const evidence = z.strictObject({
  stack: z.string().describe("The stack whose plan and manifests hold it."),
  resources: z.array(resource).min(1).describe("What implements the control."),
  rules: z.array(z.string()).min(1).describe("Ids of the policy rules that hold it to that."),
  facts: z.array(z.string()).default([]).describe("Ids of documented facts that ask for it: docs/facts.yaml."),
  accepts: z.array(acceptance).default([]).describe("Exemptions that don't take the evidence away."),
});

const control = z.strictObject({
  id: z
    .string()
    .regex(
      /^[a-z]{2}-[1-9]\d?(\.[1-9]\d?)?$/,
      "a control of NIST SP 800-53 as its catalogue writes it, such as sc-28 or sc-28.1",
    )
    .describe("Id of the control, or of an enhancement."),
  title: z.string().min(1).describe("Its name in the catalogue."),
  statement: z
    .string()
    .min(40)
    .describe("How the stack meets it, and what of it is left to others, in sentences of ours."),
  evidence: z.array(evidence).min(1).describe("What shows it, for each stack that claims it."),
});

/** What one resource, or each of several, has to be. */
export type ResourceEvidence = Readonly<z.output<typeof resource>>;

/** What shows a control in one stack. */
export type Evidence = Readonly<z.output<typeof evidence>>;

/** A control that a stack claims: a row of `docs/controls.yaml`. */
export type Control = Readonly<z.output<typeof control>>;

const controlFile = z.strictObject({ controls: z.array(control).min(1) });

/** A table of controls that can't be used. Its message is the report. */
export class ControlError extends Error {
  override readonly name = "ControlError";
}

/**
 * Reads the table out of parsed YAML.
 *
 * @throws {ControlError} with everything that is wrong in it
 */
export function readControls(file: unknown, known: KnownNames): readonly Control[] {
  const read = controlFile.safeParse(file);
  if (!read.success) {
    throw refusal(read.error.issues.map(({ path, message }) => `${nameOf(file, path)}: ${message}`));
  }
  const { controls } = read.data;
  const lines = [
    ...repeated(controls.map(({ id }) => id)).map((id) => `${id}: a second row of it`),
    ...controls.flatMap(({ id, evidence }) => [
      ...repeated(evidence.map(({ stack }) => stack)).map((stack) => `${id}: a second evidence of stack ${stack}`),
      ...evidence.flatMap((one) => unknownNames(one, known).map((problem) => `${id} ${one.stack}: ${problem}`)),
    ]),
  ];
  if (lines.length > 0) throw refusal(lines);
  return controls;
}

function unknownNames({ stack, rules, facts, accepts }: Evidence, known: KnownNames): readonly string[] {
  return [
    ...(known.stacks.includes(stack) ? [] : [`there is no stack "${stack}"; there is ${known.stacks.join(", ")}`]),
    ...rules
      .filter((id) => !known.rules.includes(id))
      .map((id) => `there is no rule "${id}"; npm run policy -- --list has them`),
    ...facts
      .filter((id) => !known.facts.includes(id))
      .map((id) => `there is no fact "${id}"; docs/facts.yaml has them`),
    ...accepts
      .filter(({ rule }) => !rules.includes(rule))
      .map(({ rule }) => `accepts an exemption from "${rule}", which isn't among its rules`),
    ...repeated([...rules, ...facts]).map((id) => `names ${id} twice`),
  ];
}

/** What follows ` > ` in a place; undefined where nothing does. */
export function selectorOf(target: string): string | undefined {
  const end = target.indexOf(" > ");
  return end < 0 ? undefined : target.slice(end + " > ".length);
}

function selectorProblem(selector: string): string | undefined {
  try {
    parseSelector(selector);
    return undefined;
  } catch (error) {
    if (error instanceof SelectorError) return error.message;
    throw error;
  }
}

function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

function refusal(lines: readonly string[]): ControlError {
  return new ControlError(`docs/controls.yaml can't be used:\n${lines.map((line) => `  ${line}`).join("\n")}`);
}

/** A place in the file with the control's id instead of its number. */
function nameOf(file: unknown, path: readonly PropertyKey[]): string {
  const [, index, ...rest] = path;
  const rows = (file as { readonly controls?: readonly { readonly id?: unknown }[] } | null)?.controls;
  const id = typeof index === "number" ? rows?.[index]?.id : undefined;
  return typeof id === "string" ? [id, ...rest.map(String)].join(" ") : path.map(String).join(".") || "(top)";
}
