import type { EngineEvent } from "@pulumi/pulumi/automation";

/** Something the engine, a provider or the program has to say. */
export interface Diagnostic {
  readonly severity: "warning" | "error" | "info";
  /** Type and name of the resource it is about; `undefined` when it is about the run. */
  readonly resource: string | undefined;
  readonly message: string;
}

/** Colour directives such as `<{%reset%}>` that the engine leaves in its texts. */
const DIRECTIVE = /<\{%.*?%\}>/g;

/** The engine also sends its own debugging notes, which hold secrets in plain text. */
const SHOWN: readonly string[] = ["info", "info#err", "warning", "error"];

/** The diagnostic in an event, if it holds one that is worth a line: no progress notes, no empty texts. */
export function diagnosticOf({ diagnosticEvent: event }: EngineEvent): Diagnostic | undefined {
  if (event === undefined || event.ephemeral || !SHOWN.includes(event.severity)) return undefined;
  const message = event.message.replace(DIRECTIVE, "").trim();
  if (message === "") return undefined;
  const severity = event.severity === "info#err" ? "info" : event.severity;
  return { severity, resource: event.urn ? resourceLabel(event.urn) : undefined, message };
}

/** Type and name of a URN, as a person would name the resource. */
export function resourceLabel(urn: string): string {
  const [, , types = "", ...name] = urn.split("::");
  return `${types.split("$").at(-1)} "${name.join("::")}"`;
}

/** The diagnostics as lines, the same thing said about the same resource only once. */
export function diagnosticLines(diagnostics: readonly Diagnostic[]): readonly string[] {
  const lines = diagnostics.map(({ severity, resource, message }) => {
    const about = resource === undefined ? "" : `${resource}: `;
    return `${severity === "info" ? "" : `${severity}: `}${about}${withoutStack(message).replaceAll("\n", "\n  ")}`;
  });
  return [...new Set(lines)];
}

/** A provider's refusal and an error of the program come with the stack of the SDK's own calls, which helps nobody. */
function withoutStack(message: string): string {
  return message
    .split("\n")
    .filter((line) => !/^\s+at .*(node_modules|node:internal|\(native\))/.test(line))
    .join("\n");
}
