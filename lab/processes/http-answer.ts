/** How long a server of the lab may take to answer, in milliseconds. On the loopback address it is the machine that is slow. */
export const ANSWER_TIMEOUT_MILLISECONDS = 10_000;

/**
 * The JSON that a server answers with.
 *
 * @throws {Error} with the address and why there is no answer, or the status and what the server said, when it isn't a success
 */
export async function jsonFrom(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MILLISECONDS) }).catch(
    (error: Error) => {
      throw new Error(`${url} doesn't answer: ${(error.cause as Error | undefined)?.message ?? error.message}`);
    },
  );
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.trim()}`);
  return JSON.parse(text);
}

/** Whether a server answers with a success; false also while nobody listens. */
export async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MILLISECONDS) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
