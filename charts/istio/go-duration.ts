import type { Duration } from "../../config/units/duration";

/**
 * A length of time as Go writes it, such as `24h0m0s`: the form of Istio's environment variables. Go knows no days.
 *
 * Source: Go, time.Duration.String.
 */
export function goDuration({ seconds }: Pick<Duration, "seconds">): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const parts = [`${seconds % 60}s`];
  if (hours > 0 || minutes > 0) parts.unshift(`${minutes}m`);
  if (hours > 0) parts.unshift(`${hours}h`);
  return parts.join("");
}
