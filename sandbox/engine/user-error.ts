/**
 * A condition that the person at the keyboard can mend. Its message is all that is shown, without a stack: it says where, what was found, what is
 * allowed and what to do.
 */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** What to print for whatever was thrown: the message of what a person can mend, the stack of what is our own mistake. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // By name: the report of a broken stack file comes from config/, which knows nothing of the sandbox.
  const mendable = error instanceof UserError || error.name === "ConfigError";
  return mendable ? error.message : (error.stack ?? error.message);
}
