import { isList, isMap, type Properties, type PropertyValue, UNKNOWN, withoutSecrets } from "../server/properties";
import { propertyChanges } from "../server/property-diff";
import type { CheckFailure, ResourceChange } from "../server/provider";

/** Form of an input. */
interface InputForm {
  /** The form in words. */
  readonly form: string;
  readonly fits: (value: PropertyValue) => boolean;
}

const TEXT: InputForm = { form: "a string", fits: (value) => typeof value === "string" };
const TEXTS: InputForm = { form: "a list of strings", fits: (value) => isList(value) && value.every(isText) };
const TEXT_MAP: InputForm = {
  form: "a map of strings",
  fits: (value) => isMap(value) && Object.values(value).every(isText),
};

/** Inputs of a command that is run on this machine. Source: pulumi-command 1.1.3, provider/pkg/provider/local and common (BaseInputs, ResourceInputs). */
const INPUTS: Readonly<Record<string, InputForm>> = {
  addPreviousOutputInEnv: { form: "true or false", fits: (value) => typeof value === "boolean" },
  archivePaths: TEXTS,
  assetPaths: TEXTS,
  create: TEXT,
  delete: TEXT,
  dir: TEXT,
  environment: TEXT_MAP,
  interpreter: TEXTS,
  logging: TEXT,
  stdin: TEXT,
  triggers: { form: "a list", fits: isList },
  update: TEXT,
};

/** Inputs that name files which the command is to leave behind. No command is run here, so there is nothing to give back. */
const FILES_LEFT_BEHIND = ["archivePaths", "assetPaths"];

/** The inputs with the provider's one default. */
export function completedCommand(given: Properties): Properties {
  return { ...given, addPreviousOutputInEnv: given.addPreviousOutputInEnv ?? true };
}

/** What is wrong with the inputs: unknown names, values of another form, and what can't be simulated. */
export function commandFailures(inputs: Properties): readonly CheckFailure[] {
  const plain = withoutSecrets(inputs) as Properties;
  return Object.entries(plain).flatMap(([property, value]) => {
    const input = INPUTS[property];
    if (input === undefined) {
      const reason = `${property} is no input of a local command; there are ${Object.keys(INPUTS).join(", ")}`;
      return [{ property, reason }];
    }
    if (value === null || value === UNKNOWN) return [];
    if (!input.fits(value)) {
      // Not the value itself: it may be a secret, or hold one.
      return [{ property, reason: `${property} is ${formOf(value)}; it has to be ${input.form}` }];
    }
    if (FILES_LEFT_BEHIND.includes(property)) {
      const reason = `${property}: the sandbox runs no command, so no files come of one; hand them to the program in another way`;
      return [{ property, reason }];
    }
    return [];
  });
}

/**
 * Changes between two forms of a command. Every one is an update, which runs `update`, or `create` where there is none; only `triggers` replace, with or without
 * `update`, and contrary to what the SDK's own documentation says: the SDK asks the engine for it.
 *
 * Source: @pulumi/command 1.1.3, local/command.js (`replaceOnChanges: ["triggers[*]"]`); pulumi-command issue 855.
 */
export function commandChanges(before: Properties, after: Properties): readonly ResourceChange[] {
  return propertyChanges(before, after).map((change) => ({ ...change, replaces: change.path[0] === "triggers" }));
}

function isText(value: PropertyValue): boolean {
  return typeof value === "string";
}

function formOf(value: PropertyValue): string {
  if (isList(value)) return value.every(isText) ? "a list" : "a list of something else";
  if (isMap(value)) return Object.values(value).every(isText) ? "a map" : "a map of something else";
  return `a ${typeof value}`;
}
