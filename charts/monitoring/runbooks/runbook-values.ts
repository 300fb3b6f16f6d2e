import type { Platform } from "../../../config/platform";
import type { Runbook } from "../runbooks";
import { kafkaConnectValues, kafkaValues, redisValues } from "./data-store-values";
import { etcdValues, karpenterValues, spotValues } from "./infrastructure-values";
import { monitoringValues } from "./monitoring-values";
import { availabilityValues, issuedCertificateValues } from "./objective-values";
import { analyticsValues, certificateValues, diskValues, memoryValues, meshValues } from "./workload-values";

/** What stands in the place of each placeholder of a template. */
export type RunbookValues = Readonly<Record<string, string>>;

/** The values of each runbook. */
export const RUNBOOK_VALUES: Readonly<Record<Runbook, (platform: Platform) => RunbookValues>> = {
  "SPOT-003": spotValues,
  "OPS-022": etcdValues,
  "CERT-009": certificateValues,
  "ANALYTICS-001": analyticsValues,
  "disk-pressure": diskValues,
  "memory-pressure": memoryValues,
  "redis-memory": redisValues,
  kafka: kafkaValues,
  "kafka-connect": kafkaConnectValues,
  karpenter: karpenterValues,
  availability: availabilityValues,
  certificates: issuedCertificateValues,
  mesh: meshValues,
  monitoring: monitoringValues,
};
