/**
 * A condition that the person at the keyboard can mend. Its message is all that is shown, without a stack: it says where, what was found, what is
 * allowed and what to do.
 */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** Reports that a person can mend. By name: they come from folders that know nothing of the sandbox. */
const MENDABLE: readonly string[] = [
  "UserError",
  "AcknowledgementError",
  "ConfigError",
  "ControlError",
  "ExemptionError",
  "FactError",
  "UnreadableManifests",
  "UpgradeError",
];

/** What to print for whatever was thrown: the message of what a person can mend, the stack of what is our own mistake. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return MENDABLE.includes(error.name) ? error.message : (error.stack ?? error.message);
}
