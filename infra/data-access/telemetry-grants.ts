import type { Statement } from "../identity/policy-document";
import type { Grants } from "./grants";

/**
 * Sending traces: segments, and reading the rules by which they are sampled. X-Ray knows no resource for the calls.
 *
 * Source: X-Ray developer guide, "Identity and access management"; AWS managed policy AWSXRayDaemonWriteAccess.
 */
export function traceStatements(sends: Grants["xray"]): Statement[] {
  return sends
    ? [
        {
          Sid: "SendTraces",
          Effect: "Allow",
          Action: [
            "xray:GetSamplingRules",
            "xray:GetSamplingStatisticSummaries",
            "xray:GetSamplingTargets",
            "xray:PutTelemetryRecords",
            "xray:PutTraceSegments",
          ],
          Resource: ["*"],
        },
      ]
    : [];
}

/** Putting metrics into the listed namespaces. They are limited by a condition: a namespace has no ARN. Source: CloudWatch user guide, "Using condition keys". */
export function metricStatements(grant: Grants["cloudwatch"]): Statement[] {
  return grant === undefined
    ? []
    : [
        {
          Sid: "PutMetrics",
          Effect: "Allow",
          Action: ["cloudwatch:PutMetricData"],
          Resource: ["*"],
          Condition: { StringEquals: { "cloudwatch:namespace": grant.metricNamespaces } },
        },
      ];
}
