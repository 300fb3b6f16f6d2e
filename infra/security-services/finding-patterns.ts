import type { FindingSource } from "../../config/derived/finding-names";
import type { Severity } from "./severity-routes";

/** An event pattern of EventBridge. */
export type EventPattern = Readonly<Record<string, unknown>>;

/** Every finding of a source, as EventBridge gets it. Source: GuardDuty user guide and Security Hub user guide, on EventBridge. */
const ALL_FINDINGS: Readonly<Record<FindingSource, EventPattern>> = {
  guardduty: { source: ["aws.guardduty"], "detail-type": ["GuardDuty Finding"] },
  "security-hub": { source: ["aws.securityhub"], "detail-type": ["Security Hub Findings - Imported"] },
};

/**
 * GuardDuty's severities, which are numbers from 1.0 to 10.0, each level up to where the next begins.
 *
 * Source: GuardDuty user guide, "Findings severity levels": critical from 9.0, high from 7.0, medium from 4.0.
 */
const GUARDDUTY_NUMBERS: Readonly<Record<Severity, readonly (string | number)[]>> = {
  critical: [">=", 9],
  high: [">=", 7, "<", 9],
  medium: [">=", 4, "<", 7],
};

/** The pattern of all findings of a source: what is written to its log group. */
export function allFindings(source: FindingSource): EventPattern {
  return ALL_FINDINGS[source];
}

/**
 * The pattern of findings of one severity.
 *
 * Of Security Hub's only those that are new and still true: it sends a finding again at every change, and controls report what passes as well. GuardDuty's own findings come to it, too, and
 * are told of by GuardDuty's rules.
 */
export function findingsOf(source: FindingSource, severity: Severity): EventPattern {
  return source === "guardduty"
    ? { ...ALL_FINDINGS.guardduty, detail: { severity: [{ numeric: GUARDDUTY_NUMBERS[severity] }] } }
    : {
        ...ALL_FINDINGS["security-hub"],
        detail: {
          findings: {
            ProductName: [{ "anything-but": ["GuardDuty"] }],
            RecordState: ["ACTIVE"],
            Severity: { Label: [severity.toUpperCase()] },
            Workflow: { Status: ["NEW"] },
          },
        },
      };
}
