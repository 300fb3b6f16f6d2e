import type { FindingSource } from "../../config/derived/finding-names";
import { Duration } from "../../config/units/duration";

/** How grave a finding is, in the words of both services. */
export type Severity = "critical" | "high" | "medium";

/** Which findings of a service people are told of, and how soon they have to answer. */
export interface SeverityRoute {
  readonly severity: Severity;
  /** Priority of the incident, as the GovCloud guide (004) counts. */
  readonly priority: "P0" | "P1" | "P2";
  /** How long people have to answer. It is said in the message; nothing here measures it. */
  readonly respondWithin: Duration;
}

const CRITICAL: SeverityRoute = { severity: "critical", priority: "P0", respondWithin: Duration.parse("15m") };
const HIGH: SeverityRoute = { severity: "high", priority: "P1", respondWithin: Duration.parse("1h") };
const MEDIUM: SeverityRoute = { severity: "medium", priority: "P2", respondWithin: Duration.parse("4h") };

/**
 * The routes of each service. Both tell of critical findings at once and of high ones, to be answered within the hour; Security Hub of medium ones, too.
 *
 * The GovCloud guide (004) gives failures of compliance one hour under Critical Alerts and four under Severity Levels: the graver ones have the hour, the medium ones the four. A
 * finding of a lower severity is in the log group alone.
 *
 * Source: the GovCloud guide (004), Critical Alerts and Severity Levels.
 */
export const SEVERITY_ROUTES: Readonly<Record<FindingSource, readonly SeverityRoute[]>> = {
  guardduty: [CRITICAL, HIGH],
  "security-hub": [CRITICAL, HIGH, MEDIUM],
};
