import type { EngineEvent, PolicyEvent } from "@pulumi/pulumi/automation";

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

/** The engine warns of plugins that it finds on the search path; the one for policy packs the sandbox has put there itself. */
const OWN_POLICY_HOST = /^using pulumi-analyzer-policy-nodejs from \$PATH at .*sandbox\/engine\/policy-host\//;

/** The diagnostic in an event, if it holds one that is worth a line: no progress notes, no empty texts. */
export function diagnosticOf({ diagnosticEvent: event, policyEvent: violation }: EngineEvent): Diagnostic | undefined {
  if (violation !== undefined) return violationOf(violation);
  if (event === undefined || event.ephemeral || !SHOWN.includes(event.severity)) return undefined;
  const message = event.message.replace(DIRECTIVE, "").trim();
  if (message === "" || OWN_POLICY_HOST.test(message)) return undefined;
  const severity = event.severity === "info#err" ? "info" : event.severity;
  return { severity, resource: event.urn ? resourceLabel(event.urn) : undefined, message };
}

/** What a rule of a policy pack objects to. */
function violationOf({ resourceUrn, policyName, enforcementLevel, message }: PolicyEvent): Diagnostic {
  return {
    severity: enforcementLevel === "mandatory" ? "error" : "warning",
    resource: resourceUrn ? resourceLabel(resourceUrn) : undefined,
    message: `policy ${policyName}: ${message.replace(DIRECTIVE, "").trim()}`,
  };
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
