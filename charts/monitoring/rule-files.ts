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

/** Every rule file, with the documented expressions where there are any. A documented alert has a file of its own, so that a change to it is a small one. */
export function ruleFiles(platform: Platform): readonly RuleFile[] {
  return [
    nodeDiskFile(platform),
    nodeMemoryFile(platform),
    etcdLatencyFile(platform),
    etcdDatabaseFile(platform),
    redisMemoryFile(platform),
    redisPressureFile(platform),
    kafkaFile(platform),
    kafkaConnectFile(platform),
    karpenterFile(platform),
    istioFile(platform),
    availabilityFile(platform),
    certificatesFile(platform),
    spotFile(platform),
    workloadsFile(platform),
    monitoringFile(platform),
  ];
}
