/** Variable with the day on which exemptions are judged, for tests that have to pass on any day: `2026-11-21`. */
export const DAY_VARIABLE = "VANTAGE_POLICY_DAY";

/** The day on which exemptions are judged: today. */
export function today(environment: Readonly<Record<string, string | undefined>> = process.env): Date {
  const day = environment[DAY_VARIABLE];
  return day === undefined || day === "" ? new Date() : new Date(`${day}T12:00:00Z`);
}
