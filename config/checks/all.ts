import { accessWays, bastionSubnets, bastionType, vpnClients } from "./access";
import { nodeAddresses, podAddresses } from "./address-capacity";
import { sessionStores } from "./alerts";
import { closedApi, reachableApi } from "./api-access";
import { autoModeAddOns, autoModePodSubnets, autoModeVersion } from "./auto-mode";
import { carriedAutoscaler, carriedReleases, chartSupport, knownCharts } from "./chart-versions";
import type { Check } from "./check";
import { connectorCredentials, connectorNames, sinkTasks, sinkTopics, sourceTasks, sourceTopics } from "./connectors";
import { applicationWorkload, workloadAccounts, workloadBuckets, workloadRoles } from "./data-access";
import { identityAccounts, identityBuckets, pruningIdentities, writtenPrefixes } from "./identities";
import { identityPrefixes } from "./identity-policies";
import { ingressSidecars } from "./ingress";
import { equalArchitectures, equalSizes, knownInstanceTypes, knownKarpenterTypes, podsPerNode } from "./instance-types";
import {
  istioCertificateLives,
  istioGatewayZones,
  istioNativeSidecars,
  istioPolicies,
  istioReplicas,
  istioRequests,
} from "./istio";
import {
  kafkaControllers,
  kafkaGoals,
  kafkaHeap,
  kafkaInSync,
  kafkaLimits,
  kafkaReplication,
  kafkaRetention,
  kafkaVersion,
  kafkaZones,
} from "./kafka-cluster";
import { companionHeaps, companionLimits, companionPools, companionTaints, kafkaUsers } from "./kafka-companions";
import { kafkaBandwidth, kafkaNodes, kafkaPool, kafkaRequests, kafkaVolume } from "./kafka-nodes";
import { controllerNodes, karpenterExpiry, karpenterLimits, queueRetention, replacedPools } from "./karpenter";
import { imageGcThresholds, kubeletReservations } from "./kubelet";
import { backendReplicas, labIdentities, labNamespaces } from "./lab";
import { lifecycleAges, lifecycleNames } from "./lifecycle-rules";
import { accessLogRetention, controlPlaneLogRetention, findingLogRetention, flowLogRetention } from "./log-retention";
import { backupTtl, databaseIdentity, etcdMembers, prunerNamespace, prunerSpread } from "./maintenance";
import { managedAddOnBuilds } from "./managed-add-ons";
import { clusterName, identityRoleNames, poolRoleNames, roleOwners } from "./names";
import {
  addOnLevels,
  controlPlaneSidecars,
  inhabitedNamespaces,
  kubernetesNamespaces,
  namedNamespaces,
} from "./namespaces";
import { karpenterLabels, karpenterTaints, nodeLabels, nodeTaints } from "./node-labels";
import { localVolumeDisks, nodeCounts, nodePoolSubnets, someNodePool, spotPoolTypes } from "./node-pools";
import { prunerImage } from "./pruner-image";
import { redisBackups, redisNames, redisPods, redisPools, redisVolumes } from "./redis";
import { redisOperatorPool, redisOperatorTaints } from "./redis-operator";
import { fipsRegion, modelsOfRegion, servicesOfRegion } from "./region-services";
import {
  repeatedAccess,
  repeatedConnectEntries,
  repeatedDestinations,
  repeatedEndpoints,
  repeatedInstanceTypes,
  repeatedKafkaEntries,
  repeatedKarpenterEntries,
  repeatedPrefixes,
  repeatedZones,
} from "./repeated-entries";
import { reservedCriticalPods, reservedIdentities } from "./reserved-identities";
import { serviceCidr, transitGatewayDestinations } from "./routed-blocks";
import { connectIdentity, s3SinkAccess, s3SinkBuckets, s3SinkPrefixes, s3SinkRotation } from "./s3-sinks";
import { selfManagedInstances } from "./self-managed-pools";
import { spotPoolLabels } from "./spot-labels";
import { subnetSize, subnetsDisjoint, subnetsInsideVpc } from "./subnet-blocks";
import { karpenterSubnets, podSubnets, subnetRoles } from "./subnet-roles";
import { injectionMesh, neededSystems, oneAutoscaler } from "./systems";
import { veleroIdentity, veleroNamespace } from "./velero";
import {
  autoscalerVersion,
  istioVersion,
  karpenterVersion,
  kubernetesVersion,
  soleAutoscalerVersion,
  strimziVersion,
} from "./version-support";
import { karpenterVolume, rootVolumes } from "./volume-sizes";
import { vpcSize } from "./vpc-size";
import {
  analyticsRuns,
  workloadBudgets,
  workloadNamespaces,
  workloadPods,
  workloadQuotas,
  workloadSizes,
} from "./workloads";
import { subnetZones, zonesOfRegion } from "./zones";

/** The checks across fields, in the order of the sections they look at. A file is held to all of them at once. */
export const CHECKS: readonly Check[] = [
  neededSystems,
  oneAutoscaler,
  injectionMesh,
  vpcSize,
  subnetSize,
  subnetsInsideVpc,
  subnetsDisjoint,
  zonesOfRegion,
  subnetZones,
  subnetRoles,
  karpenterSubnets,
  podSubnets,
  transitGatewayDestinations,
  serviceCidr,
  reachableApi,
  closedApi,
  controlPlaneLogRetention,
  flowLogRetention,
  repeatedZones,
  repeatedEndpoints,
  repeatedDestinations,
  repeatedAccess,
  repeatedInstanceTypes,
  repeatedKarpenterEntries,
  repeatedPrefixes,
  repeatedKafkaEntries,
  someNodePool,
  nodeCounts,
  nodePoolSubnets,
  spotPoolTypes,
  spotPoolLabels,
  selfManagedInstances,
  localVolumeDisks,
  knownInstanceTypes,
  knownKarpenterTypes,
  equalSizes,
  equalArchitectures,
  podsPerNode,
  nodeLabels,
  karpenterLabels,
  nodeTaints,
  karpenterTaints,
  kubeletReservations,
  imageGcThresholds,
  rootVolumes,
  karpenterVolume,
  replacedPools,
  karpenterLimits,
  karpenterExpiry,
  queueRetention,
  controllerNodes,
  podAddresses,
  nodeAddresses,
  lifecycleAges,
  lifecycleNames,
  identityBuckets,
  identityAccounts,
  writtenPrefixes,
  pruningIdentities,
  identityPrefixes,
  veleroIdentity,
  veleroNamespace,
  clusterName,
  identityRoleNames,
  poolRoleNames,
  roleOwners,
  kubernetesVersion,
  managedAddOnBuilds,
  karpenterVersion,
  autoscalerVersion,
  soleAutoscalerVersion,
  istioVersion,
  strimziVersion,
  knownCharts,
  chartSupport,
  carriedReleases,
  carriedAutoscaler,
  kubernetesNamespaces,
  inhabitedNamespaces,
  namedNamespaces,
  addOnLevels,
  controlPlaneSidecars,
  ingressSidecars,
  istioReplicas,
  istioGatewayZones,
  istioRequests,
  istioCertificateLives,
  istioPolicies,
  istioNativeSidecars,
  kafkaPool,
  kafkaNodes,
  kafkaVolume,
  kafkaBandwidth,
  kafkaRequests,
  kafkaControllers,
  kafkaReplication,
  kafkaInSync,
  kafkaZones,
  kafkaHeap,
  kafkaLimits,
  kafkaRetention,
  kafkaGoals,
  kafkaVersion,
  repeatedConnectEntries,
  companionPools,
  companionTaints,
  companionHeaps,
  companionLimits,
  kafkaUsers,
  connectorNames,
  connectorCredentials,
  sinkTopics,
  sinkTasks,
  sourceTasks,
  sourceTopics,
  connectIdentity,
  s3SinkBuckets,
  s3SinkAccess,
  s3SinkPrefixes,
  s3SinkRotation,
  redisOperatorPool,
  redisOperatorTaints,
  redisPools,
  redisPods,
  redisVolumes,
  redisNames,
  redisBackups,
  sessionStores,
  workloadNamespaces,
  workloadPods,
  workloadBudgets,
  workloadSizes,
  workloadQuotas,
  analyticsRuns,
  reservedIdentities,
  reservedCriticalPods,
  etcdMembers,
  prunerNamespace,
  prunerSpread,
  prunerImage,
  backupTtl,
  databaseIdentity,
  autoModeAddOns,
  autoModePodSubnets,
  autoModeVersion,
  accessWays,
  vpnClients,
  bastionSubnets,
  bastionType,
  accessLogRetention,
  findingLogRetention,
  fipsRegion,
  servicesOfRegion,
  modelsOfRegion,
  applicationWorkload,
  workloadBuckets,
  workloadAccounts,
  workloadRoles,
  labIdentities,
  labNamespaces,
  backendReplicas,
];
