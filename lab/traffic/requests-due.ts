/** How many requests are sent at once at the most, after a moment in which the machine did something else: a queue of seconds would be an attack, not traffic. */
export const MOST_AT_ONCE = 50;

/**
 * How many requests are to be sent now, so that since the start there have been as many as the rate asks for.
 *
 * @param elapsedMilliseconds time since the start
 * @param requestsPerSecond the rate
 * @param sent requests since the start
 * @returns 0 to {@link MOST_AT_ONCE}
 */
export function requestsDue(elapsedMilliseconds: number, requestsPerSecond: number, sent: number): number {
  const behind = Math.floor((elapsedMilliseconds * requestsPerSecond) / 1000) - sent;
  return Math.min(MOST_AT_ONCE, Math.max(0, behind));
}
