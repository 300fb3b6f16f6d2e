import { z } from "zod";
import { durationField, patternField } from "./fields";

/** Standards that Security Hub can hold an account to, and the end of their ARN after the region's `standards/`. */
export const SECURITY_STANDARDS = {
  "foundational-best-practices": "aws-foundational-security-best-practices/v/1.0.0",
  "nist-800-53": "nist-800-53/v/5.0.0",
  "cis-benchmark": "cis-aws-foundations-benchmark/v/1.4.0",
} as const;

/** Name of a standard in a stack file. */
export type SecurityStandard = keyof typeof SECURITY_STANDARDS;

/** Protections of GuardDuty that a stack may add to that of EKS's audit logs, which is always on; in GuardDuty's words. */
export const GUARDDUTY_PROTECTIONS = {
  runtime: "RUNTIME_MONITORING",
  malware: "EBS_MALWARE_PROTECTION",
} as const;

const emailField = patternField(
  /^[^\s@]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i,
  "an e-mail address",
  "write name@domain; each address has to confirm the subscription once",
);

const subscribers = z
  .array(emailField)
  .min(1)
  .describe(
    "Addresses that get every finding of the routes, once they have confirmed. Adding or removing one changes no other. Source: the GovCloud guide (004), Alert Channels.",
  );

/** `vantage:securityServices`: who watches the account, and who is told. GuardDuty and Security Hub are one each in an account and region. */
export const securityServicesSection = z
  .strictObject({
    guardDuty: z
      .strictObject({
        publishing: z
          .enum(["FIFTEEN_MINUTES", "ONE_HOUR", "SIX_HOURS"])
          .default("FIFTEEN_MINUTES")
          .describe(
            "How often a finding that goes on is told again; a new one is told at once. Default the shortest, because a critical finding has to be answered within fifteen minutes.",
          ),
        protections: z
          .array(z.enum(Object.keys(GUARDDUTY_PROTECTIONS) as [keyof typeof GUARDDUTY_PROTECTIONS]))
          .default([])
          .describe(
            "Beside EKS's audit logs: `runtime` puts an agent on every node, `malware` scans volumes of suspects. Default none: both cost by use, and not every region has them.",
          ),
        subscribers,
      })
      .describe("GuardDuty with EKS protection. Source: the GovCloud guide (004), Monitoring & Alerting."),
    securityHub: z
      .strictObject({
        standards: z
          .array(z.enum(Object.keys(SECURITY_STANDARDS) as [SecurityStandard]))
          .min(1)
          .describe(
            "Standards that the account is held to. Source: the GovCloud guide (004), Additional Resources (FedRAMP).",
          ),
        subscribers,
      })
      .describe("Security Hub. Source: the GovCloud guide (004), Monitoring & Alerting."),
    logRetention: durationField.describe("How long findings are kept in CloudWatch Logs; one of the values it allows."),
  })
  .optional()
  .describe("GuardDuty and Security Hub. Source: the GovCloud guide (004), Monitoring & Alerting.");
