/** Seconds of each unit: those of Go, and days, weeks and years of Prometheus. */
const SECONDS: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

const FORM = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|[smhdwy]))+$/;
const PARTS = /(\d+(?:\.\d+)?)(ns|us|µs|ms|[smhdwy])/g;

/**
 * Length of a duration in seconds, as Go and Prometheus write it: `24h0m0s`, `90s`, `1d`; undefined for what is none. The stack file has a stricter form (`config/units/duration.ts`): what is
 * compared here may come from elsewhere.
 *
 * Source: Go, time.ParseDuration; Prometheus, "Configuration" (duration).
 */
export function durationSeconds(text: string): number | undefined {
  if (text === "0") return 0;
  if (!FORM.test(text)) return undefined;
  const sum = [...text.matchAll(PARTS)].reduce(
    (total, [, count, unit]) => total + Number(count) * (SECONDS[unit ?? ""] ?? 0),
    0,
  );
  // To the nanosecond: 0.1s + 0.2s are 300ms.
  return Number(sum.toFixed(9));
}
