import { type Optional, when } from "../../../config/parts";
import type { Runbook } from "../runbooks";
import { kafkaConnectValues, kafkaValues, redisValues } from "./data-store-values";
import { etcdValues, karpenterValues, spotValues } from "./infrastructure-values";
import { monitoringValues } from "./monitoring-values";
import { availabilityValues, issuedCertificateValues } from "./objective-values";
import { analyticsValues, certificateValues, diskValues, memoryValues, meshValues } from "./workload-values";

/** What stands in the place of each placeholder of a template. */
export type RunbookValues = Readonly<Record<string, string>>;

/** The values of each runbook: none where a stack has no alert that leads to it. */
export const RUNBOOK_VALUES: Readonly<Record<Runbook, Optional<RunbookValues>>> = {
  "SPOT-003": when(["alerts", "karpenter"], spotValues),
  "OPS-022": when(["alerts", "maintenance"], etcdValues),
  "CERT-009": when(["alerts", "istio"], certificateValues),
  "ANALYTICS-001": when(["alerts", "workloads"], analyticsValues),
  "disk-pressure": when(["alerts"], diskValues),
  "memory-pressure": when(["alerts"], memoryValues),
  "redis-memory": when(["alerts", "redis"], redisValues),
  kafka: when(["alerts", "kafka", "addOns.strimzi-kafka-operator"], kafkaValues),
  "kafka-connect": when(["alerts", "kafkaConnect", "kafka", "addOns.strimzi-kafka-operator"], kafkaConnectValues),
  karpenter: when(["alerts", "karpenter"], karpenterValues),
  availability: when(["alerts", "istio", "addOns.ingress-nginx"], availabilityValues),
  certificates: when(["alerts", "addOns.cert-manager"], issuedCertificateValues),
  mesh: when(["alerts", "istio"], meshValues),
  monitoring: when(["alerts", "contactPoints", "addOns.prometheus"], monitoringValues),
};
