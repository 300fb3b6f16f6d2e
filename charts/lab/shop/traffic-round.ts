import type { Lab } from "../lab";

type Request = Lab["shop"]["traffic"]["mix"][number];

/**
 * The requests of one round, each path as often as its share says and spread over the round as evenly as it goes: a rare request comes between
 * others, and any stretch of the round is nearly of the mix.
 *
 * It is the smooth weighted round robin of load balancers: every path gains its share at each turn, the richest is asked for and pays the sum of all.
 *
 * @example trafficRound([{ path: "/", share: 2 }, { path: "/version", share: 1 }]) // ["/", "/version", "/"]
 */
export function trafficRound(mix: readonly Request[]): readonly string[] {
  const total = mix.reduce((sum, { share }) => sum + share, 0);
  let credit = mix.map(() => 0);
  return Array.from({ length: total }, () => {
    credit = credit.map((value, index) => value + (mix[index]?.share ?? 0));
    const richest = credit.indexOf(Math.max(...credit));
    credit = credit.with(richest, (credit[richest] ?? 0) - total);
    return mix[richest]?.path ?? "/";
  });
}

/**
 * The script of the generator, for a POSIX shell: rounds without an end. An answer with an error is an answer; one that doesn't come is counted by nobody
 * here, since the backend's own monitoring is what is tried.
 *
 * It ends at once when it is told to: a shell that is the first process of its container has no default for that signal.
 */
export const TRAFFIC_SCRIPT = `trap 'exit 0' TERM INT
while true; do
  for path in $ROUND; do
    curl --silent --output /dev/null --max-time "$TIMEOUT" "$TARGET$path" || true
    sleep "$PAUSE"
  done
done
`;

/** Seconds between two requests, as the shell's sleep takes them. */
export function pauseSeconds(requestsPerSecond: number): string {
  return String(Number((1 / requestsPerSecond).toFixed(3)));
}
