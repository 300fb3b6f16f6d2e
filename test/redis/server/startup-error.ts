/** A server that didn't start. The message is the server's own. */
export class RedisStartError extends Error {
  override readonly name = "RedisStartError";

  /** @param output all that the server wrote, on either stream */
  constructor(readonly output: string) {
    super(fatalConfigError(output) ?? `redis-server did not start. Its last lines:\n${lastLines(output)}`);
  }

  /** Whether another program was faster to take the port that was found free. */
  get portTaken(): boolean {
    return this.output.includes("Address already in use");
  }
}

/**
 * What the server says of a configuration that it refuses: the line's number, the line and the reason, under `*** FATAL CONFIG FILE ERROR`; `undefined` when it refused none.
 */
export function fatalConfigError(output: string): string | undefined {
  const start = output.indexOf("*** FATAL CONFIG FILE ERROR");
  return start === -1 ? undefined : output.slice(start).trim();
}

function lastLines(output: string): string {
  return output.trim().split("\n").slice(-10).join("\n") || "(it wrote nothing)";
}
