import { autoscalerMetrics } from "./autoscaler-metrics";
import type { ManifestCheck } from "./check";
import { connectAccess } from "./connect-access";
import { connectReplication } from "./connect-replication";
import { connectorResources } from "./connector-resources";
import { connectorSecrets } from "./connector-secrets";
import { connectorTopics } from "./connector-topics";
import { containerCommands } from "./container-commands";
import { cronJobs } from "./cron-jobs";
import { cruiseControlCapacity } from "./cruise-control-capacity";
import { cruiseControlGoals } from "./cruise-control-goals";
import { cruiseControlWindows } from "./cruise-control-windows";
import { disruptionBudgets } from "./disruption-budgets";
import { etcdctlConnections } from "./etcdctl-connections";
import { helmOwnership } from "./helm-ownership";
import { horizontalAutoscalers } from "./horizontal-autoscalers";
import { istioAutoscaling } from "./istio-autoscaling";
import { istioCaSecrets } from "./istio-ca-secrets";
import { istioCertificates } from "./istio-certificates";
import { istioOperatorFields } from "./istio-operators";
import { kafkaAcls } from "./kafka-acls";
import { kafkaAnonymousClients } from "./kafka-anonymous-clients";
import { kafkaClusterAcls } from "./kafka-cluster-acls";
import { kafkaInternalTopics } from "./kafka-internal-topics";
import { kafkaJmx } from "./kafka-jmx";
import { kafkaJvmFlags } from "./kafka-jvm-flags";
import { kafkaKraft } from "./kafka-kraft";
import { kafkaMemory } from "./kafka-memory";
import { kafkaNodeIds } from "./kafka-node-ids";
import { kafkaNodes } from "./kafka-nodes";
import { kafkaOpenListeners } from "./kafka-open-listeners";
import { kafkaPoolSettings } from "./kafka-pool-settings";
import { kafkaRacks } from "./kafka-racks";
import { kafkaReplication } from "./kafka-replication";
import { kafkaVolumes } from "./kafka-volumes";
import { karpenterConstraints } from "./karpenter-constraints";
import { karpenterNodeClasses } from "./karpenter-node-classes";
import { karpenterNodePools } from "./karpenter-node-pools";
import { limitRanges } from "./limit-ranges";
import { namespacePodSecurity } from "./namespace-pod-security";
import { nodeSelectors } from "./node-selectors";
import { peerAuthenticationPolicies } from "./peer-authentications";
import { podReferences } from "./pod-references";
import { poolFit } from "./pool-fit";
import { poolHosts } from "./pool-hosts";
import { priorityClassNames } from "./priority-classes";
import { probePorts } from "./probe-ports";
import { redisMemory } from "./redis-memory";
import { redisShutdown } from "./redis-shutdown";
import { resourceQuotas } from "./resource-quotas";
import { ruleDivisors } from "./rule-divisors";
import { ruleMountpoints } from "./rule-mountpoints";
import { rulePercentages } from "./rule-percentages";
import { ruleShares } from "./rule-shares";
import { schemaStorage } from "./schema-storage";
import { serviceLinks } from "./service-links";
import { serviceTargets } from "./service-targets";
import { sidecarJobs } from "./sidecar-jobs";
import { sidecarNamespaces } from "./sidecar-namespaces";
import { strimziClusters } from "./strimzi-clusters";
import { strimziMetricsConfigs } from "./strimzi-metrics-configs";
import { strimziPlacement } from "./strimzi-placement";
import { strimziResources } from "./strimzi-resources";
import { unguardedPods } from "./unguarded-pods";
import { unrankedPods } from "./unranked-pods";
import { withdrawnImages } from "./withdrawn-images";
import { zoneSpread } from "./zone-spread";

/** Every semantic check by name. `npm run synth` writes nothing while one of them finds anything. */
export const CHECKS = {
  "karpenter-constraints": karpenterConstraints,
  "karpenter-node-classes": karpenterNodeClasses,
  "karpenter-node-pools": karpenterNodePools,
  "cruise-control-capacity": cruiseControlCapacity,
  "cruise-control-goals": cruiseControlGoals,
  "cruise-control-windows": cruiseControlWindows,
  "kafka-acls": kafkaAcls,
  "kafka-anonymous-clients": kafkaAnonymousClients,
  "kafka-cluster-acls": kafkaClusterAcls,
  "kafka-internal-topics": kafkaInternalTopics,
  "kafka-jmx": kafkaJmx,
  "kafka-jvm-flags": kafkaJvmFlags,
  "kafka-kraft": kafkaKraft,
  "kafka-memory": kafkaMemory,
  "kafka-node-ids": kafkaNodeIds,
  "kafka-nodes": kafkaNodes,
  "kafka-open-listeners": kafkaOpenListeners,
  "kafka-pool-settings": kafkaPoolSettings,
  "kafka-racks": kafkaRacks,
  "kafka-replication": kafkaReplication,
  "kafka-volumes": kafkaVolumes,
  "strimzi-clusters": strimziClusters,
  "strimzi-metrics-configs": strimziMetricsConfigs,
  "strimzi-placement": strimziPlacement,
  "strimzi-resources": strimziResources,
  "connect-access": connectAccess,
  "connect-replication": connectReplication,
  "connector-resources": connectorResources,
  "connector-secrets": connectorSecrets,
  "connector-topics": connectorTopics,
  "schema-storage": schemaStorage,
  "service-links": serviceLinks,
  "helm-ownership": helmOwnership,
  "node-selectors": nodeSelectors,
  "pod-references": podReferences,
  "probe-ports": probePorts,
  "service-targets": serviceTargets,
  "disruption-budgets": disruptionBudgets,
  "pool-fit": poolFit,
  "pool-hosts": poolHosts,
  "redis-memory": redisMemory,
  "redis-shutdown": redisShutdown,
  "zone-spread": zoneSpread,
  "istio-autoscaling": istioAutoscaling,
  "istio-ca-secrets": istioCaSecrets,
  "istio-certificates": istioCertificates,
  "istio-operators": istioOperatorFields,
  "namespace-pod-security": namespacePodSecurity,
  "peer-authentications": peerAuthenticationPolicies,
  "sidecar-jobs": sidecarJobs,
  "sidecar-namespaces": sidecarNamespaces,
  "rule-divisors": ruleDivisors,
  "rule-mountpoints": ruleMountpoints,
  "rule-percentages": rulePercentages,
  "rule-shares": ruleShares,
  "autoscaler-metrics": autoscalerMetrics,
  "container-commands": containerCommands,
  "cron-jobs": cronJobs,
  "etcdctl-connections": etcdctlConnections,
  "horizontal-autoscalers": horizontalAutoscalers,
  "limit-ranges": limitRanges,
  "priority-classes": priorityClassNames,
  "resource-quotas": resourceQuotas,
  "unguarded-pods": unguardedPods,
  "withdrawn-images": withdrawnImages,
  "unranked-pods": unrankedPods,
} satisfies Readonly<Record<string, ManifestCheck>>;

/** Name of a semantic check. */
export type CheckName = keyof typeof CHECKS;
