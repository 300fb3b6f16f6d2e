import { type Optional, when } from "../../config/parts";
import type { Platform } from "../../config/platform";
import type { RuleFile } from "./rule";
import { availabilityFile } from "./rules/availability";
import { certificatesFile } from "./rules/certificates";
import { etcdDatabaseFile, etcdLatencyFile } from "./rules/etcd";
import { istioFile } from "./rules/istio";
import { kafkaFile } from "./rules/kafka";
import { kafkaConnectFile } from "./rules/kafka-connect";
import { karpenterFile } from "./rules/karpenter";
import { monitoringFile } from "./rules/monitoring";
import { nodeDiskFile } from "./rules/node-disk";
import { nodeMemoryFile } from "./rules/node-memory";
import { redisMemoryFile, redisPressureFile } from "./rules/redis";
import { spotFile } from "./rules/spot";
import { workloadsFile } from "./rules/workloads";

/** Every rule file, with the documented expressions where there are any, and what a stack needs to have it. A documented alert has a file of its own, so that a change to it is a small one. */
const RULE_FILES: readonly Optional<RuleFile>[] = [
  when(["alerts"], (platform) => nodeDiskFile(platform)),
  when(["alerts"], nodeMemoryFile),
  when(["alerts", "maintenance"], etcdLatencyFile),
  when(["alerts", "maintenance"], etcdDatabaseFile),
  when(["alerts", "redis"], (platform) => redisMemoryFile(platform)),
  when(["alerts", "redis"], redisPressureFile),
  when(["alerts", "kafka"], kafkaFile),
  when(["alerts", "kafkaConnect"], kafkaConnectFile),
  when(["alerts", "karpenter"], karpenterFile),
  when(["alerts", "istio"], istioFile),
  when(["alerts", "istio", "addOns.ingress-nginx"], availabilityFile),
  when(["alerts", "addOns.cert-manager"], certificatesFile),
  when(["alerts", "karpenter"], spotFile),
  when(["alerts"], workloadsFile),
  when(["alerts"], monitoringFile),
];

/** The rule files of a stack. */
export function ruleFiles(platform: Platform): readonly RuleFile[] {
  return RULE_FILES.flatMap((file) => file(platform));
}
