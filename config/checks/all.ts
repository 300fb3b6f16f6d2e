import { nodeAddresses, podAddresses } from "./address-capacity";
import { closedApi, reachableApi } from "./api-access";
import { carriedReleases, chartSupport, knownCharts } from "./chart-versions";
import type { Check } from "./check";
import { identityAccounts, identityBuckets, pruningIdentities, writtenPrefixes } from "./identities";
import { identityPrefixes } from "./identity-policies";
import { equalArchitectures, equalSizes, knownInstanceTypes, knownKarpenterTypes, podsPerNode } from "./instance-types";
import { controllerNodes, karpenterExpiry, karpenterLimits, queueRetention, replacedPools } from "./karpenter";
import { imageGcThresholds, kubeletReservations } from "./kubelet";
import { lifecycleAges, lifecycleNames } from "./lifecycle-rules";
import { controlPlaneLogRetention, flowLogRetention } from "./log-retention";
import { managedAddOnBuilds } from "./managed-add-ons";
import { clusterName, identityRoleNames, poolRoleNames, roleOwners } from "./names";
import { karpenterLabels, karpenterTaints, nodeLabels, nodeTaints } from "./node-labels";
import { localVolumeDisks, nodeCounts, nodePoolSubnets, someNodePool, spotPoolTypes } from "./node-pools";
import {
  repeatedAccess,
  repeatedDestinations,
  repeatedEndpoints,
  repeatedInstanceTypes,
  repeatedKarpenterEntries,
  repeatedPrefixes,
  repeatedZones,
} from "./repeated-entries";
import { serviceCidr, transitGatewayDestinations } from "./routed-blocks";
import { selfManagedInstances } from "./self-managed-pools";
import { spotPoolLabels } from "./spot-labels";
import { subnetSize, subnetsDisjoint, subnetsInsideVpc } from "./subnet-blocks";
import { karpenterSubnets, podSubnets, subnetRoles } from "./subnet-roles";
import { veleroIdentity, veleroNamespace } from "./velero";
import {
  autoscalerVersion,
  istioVersion,
  karpenterVersion,
  kubernetesVersion,
  strimziVersion,
} from "./version-support";
import { karpenterVolume, rootVolumes } from "./volume-sizes";
import { vpcSize } from "./vpc-size";
import { subnetZones, zonesOfRegion } from "./zones";

/** The checks across fields, in the order of the sections they look at. A file is held to all of them at once. */
export const CHECKS: readonly Check[] = [
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
  istioVersion,
  strimziVersion,
  knownCharts,
  chartSupport,
  carriedReleases,
];
