import { CHECKS, type CheckName } from "../charts/checks/all";
import { manifestRule } from "./manifest-rule";
import type { Rule } from "./rule";
import { alertPatience } from "./rules/alerts/alert-patience";
import { alertRuleFiles } from "./rules/alerts/alert-rule-files";
import { alertRunbook } from "./rules/alerts/alert-runbook";
import { alertSeverity } from "./rules/alerts/alert-severity";
import { alertWords } from "./rules/alerts/alert-words";
import { accessEntryGroups } from "./rules/cluster/access-entry-groups";
import { eksAccessMode } from "./rules/cluster/eks-access-mode";
import { eksAddOnPinned } from "./rules/cluster/eks-add-on-pinned";
import { eksAdministrators } from "./rules/cluster/eks-administrators";
import { eksControlPlaneLogs } from "./rules/cluster/eks-control-plane-logs";
import { eksDeletionProtection } from "./rules/cluster/eks-deletion-protection";
import { eksPrivateEndpoint } from "./rules/cluster/eks-private-endpoint";
import { eksSecretsEncryption } from "./rules/cluster/eks-secrets-encryption";
import { eksVersionSupported } from "./rules/cluster/eks-version-supported";
import { vpcCniBeforeNodes } from "./rules/cluster/vpc-cni-before-nodes";
import { kmsDeletionWindow } from "./rules/encryption/kms-deletion-window";
import { kmsKeyPolicy } from "./rules/encryption/kms-key-policy";
import { kmsKeyRotation } from "./rules/encryption/kms-key-rotation";
import { iamAnyResource } from "./rules/identity/iam-any-resource";
import { iamBroadManagedPolicy } from "./rules/identity/iam-broad-managed-policy";
import { iamPassRole } from "./rules/identity/iam-pass-role";
import { iamPolicySize } from "./rules/identity/iam-policy-size";
import { iamTrustAnyone } from "./rules/identity/iam-trust-anyone";
import { iamTrustService } from "./rules/identity/iam-trust-service";
import { iamTrustServiceAccount } from "./rules/identity/iam-trust-service-account";
import { iamUsers } from "./rules/identity/iam-users";
import { iamWildcardAction } from "./rules/identity/iam-wildcard-action";
import { certificateLifetime } from "./rules/istio/certificate-lifetime";
import { certificateRenewal } from "./rules/istio/certificate-renewal";
import { istioMeshStrict } from "./rules/istio/istio-mesh-strict";
import { istioPlaintextAllowances } from "./rules/istio/istio-plaintext-allowances";
import { istioPlaintextNamespaces } from "./rules/istio/istio-plaintext-namespaces";
import { istioWorkloadCertificates } from "./rules/istio/istio-workload-certificates";
import { kafkaAclWildcards } from "./rules/kafka/kafka-acl-wildcards";
import { kafkaAuthorization } from "./rules/kafka/kafka-authorization";
import { kafkaCopies } from "./rules/kafka/kafka-copies";
import { kafkaListenerAuthentication } from "./rules/kafka/kafka-listener-authentication";
import { kafkaListenerEncryption } from "./rules/kafka/kafka-listener-encryption";
import { kafkaTopicCreation } from "./rules/kafka/kafka-topic-creation";
import { kafkaUncleanElection } from "./rules/kafka/kafka-unclean-election";
import { kafkaUserAuthentication } from "./rules/kafka/kafka-user-authentication";
import { kafkaVolumesKept } from "./rules/kafka/kafka-volumes-kept";
import { karpenterDisruptionBudgets } from "./rules/karpenter/karpenter-disruption-budgets";
import { karpenterInstanceTypes } from "./rules/karpenter/karpenter-instance-types";
import { karpenterInterruptionEvents } from "./rules/karpenter/karpenter-interruption-events";
import { karpenterInterruptionQueue } from "./rules/karpenter/karpenter-interruption-queue";
import { karpenterManagedPools } from "./rules/karpenter/karpenter-managed-pools";
import { karpenterNodeClassReferences } from "./rules/karpenter/karpenter-node-class-references";
import { karpenterNodeExpiry } from "./rules/karpenter/karpenter-node-expiry";
import { karpenterNodeIdentity } from "./rules/karpenter/karpenter-node-identity";
import { karpenterPoolLimits } from "./rules/karpenter/karpenter-pool-limits";
import { karpenterQueueAdmission } from "./rules/karpenter/karpenter-queue-admission";
import { logGroupEncryption } from "./rules/logs/log-group-encryption";
import { logGroupRetention } from "./rules/logs/log-group-retention";
import { vpcFlowLogs } from "./rules/logs/vpc-flow-logs";
import { sqsEncryption } from "./rules/messaging/sqs-encryption";
import { sqsRetention } from "./rules/messaging/sqs-retention";
import { sqsSenders } from "./rules/messaging/sqs-senders";
import { sqsTlsOnly } from "./rules/messaging/sqs-tls-only";
import { karpenterLabelKeys } from "./rules/nodes/karpenter-label-keys";
import { karpenterPoolContract } from "./rules/nodes/karpenter-pool-contract";
import { launchTemplateEncryption } from "./rules/nodes/launch-template-encryption";
import { launchTemplateMetadata } from "./rules/nodes/launch-template-metadata";
import { launchTemplatePublicIp } from "./rules/nodes/launch-template-public-ip";
import { nodeClassEncryption } from "./rules/nodes/node-class-encryption";
import { nodeClassImage } from "./rules/nodes/node-class-image";
import { nodeClassMetadata } from "./rules/nodes/node-class-metadata";
import { nodeClassPublicIp } from "./rules/nodes/node-class-public-ip";
import { nodeGroupForcedUpdate } from "./rules/nodes/node-group-forced-update";
import { nodeGroupInstanceSizes } from "./rules/nodes/node-group-instance-sizes";
import { nodeGroupLaunchTemplate } from "./rules/nodes/node-group-launch-template";
import { nodeGroupNotEmpty } from "./rules/nodes/node-group-not-empty";
import { nodeGroupPrivateSubnets } from "./rules/nodes/node-group-private-subnets";
import { nodeGroupSize } from "./rules/nodes/node-group-size";
import { nodeGroupUpdateShare } from "./rules/nodes/node-group-update-share";
import { nodeGroupVersion } from "./rules/nodes/node-group-version";
import { nodeGroupZones } from "./rules/nodes/node-group-zones";
import { nodeKeyPair } from "./rules/nodes/node-key-pair";
import { nodeLabelKeys } from "./rules/nodes/node-label-keys";
import { nodePoolLabel } from "./rules/nodes/node-pool-label";
import { nodeTaints } from "./rules/nodes/node-taints";
import { scaleFromZeroLabel } from "./rules/nodes/scale-from-zero-label";
import { spotInstanceChoice } from "./rules/nodes/spot-instance-choice";
import { spotNodeLabel } from "./rules/nodes/spot-node-label";
import { arnAccount } from "./rules/platform/arn-account";
import { arnPartition } from "./rules/platform/arn-partition";
import { arnRegion } from "./rules/platform/arn-region";
import { attachedRolePlanned } from "./rules/platform/attached-role-planned";
import { claimedVolumeTags } from "./rules/platform/claimed-volume-tags";
import { dataProtected } from "./rules/platform/data-protected";
import { defaultSecurityGroup } from "./rules/platform/default-security-group";
import { endpointPrivateDns } from "./rules/platform/endpoint-private-dns";
import { explicitProvider } from "./rules/platform/explicit-provider";
import { launchTags } from "./rules/platform/launch-tags";
import { nameLength } from "./rules/platform/name-length";
import { namePrefix } from "./rules/platform/name-prefix";
import { providerAccount } from "./rules/platform/provider-account";
import { publicIngress } from "./rules/platform/public-ingress";
import { regionLiteral } from "./rules/platform/region-literal";
import { requiredTags } from "./rules/platform/required-tags";
import { selectedNodesPlanned } from "./rules/platform/selected-nodes-planned";
import { selectedNodesTolerated } from "./rules/platform/selected-nodes-tolerated";
import { serviceAccountRole } from "./rules/platform/service-account-role";
import { serviceAccountTrusted } from "./rules/platform/service-account-trusted";
import { statefulName } from "./rules/platform/stateful-name";
import { subnetPublicAddresses } from "./rules/platform/subnet-public-addresses";
import { taintTolerated } from "./rules/platform/taint-tolerated";
import { redisAccess } from "./rules/redis/redis-access";
import { redisEvictionPolicy } from "./rules/redis/redis-eviction-policy";
import { redisPersistence } from "./rules/redis/redis-persistence";
import { redisVolumesKept } from "./rules/redis/redis-volumes-kept";
import { s3Encryption } from "./rules/storage/s3-encryption";
import { s3ForceDestroy } from "./rules/storage/s3-force-destroy";
import { s3IncompleteUploads } from "./rules/storage/s3-incomplete-uploads";
import { s3Ownership } from "./rules/storage/s3-ownership";
import { s3PublicAccess } from "./rules/storage/s3-public-access";
import { s3Retention } from "./rules/storage/s3-retention";
import { s3TlsOnly } from "./rules/storage/s3-tls-only";
import { s3Versioning } from "./rules/storage/s3-versioning";
import { broadBindings } from "./rules/workloads/broad-bindings";
import { budgetCoverage } from "./rules/workloads/budget-coverage";
import { containerPrivileges } from "./rules/workloads/container-privileges";
import { containerProbes } from "./rules/workloads/container-probes";
import { containerResources } from "./rules/workloads/container-resources";
import { hostAccess } from "./rules/workloads/host-access";
import { hostAccessNeeded } from "./rules/workloads/host-access-needed";
import { imagePinned } from "./rules/workloads/image-pinned";
import { jobDeadlines } from "./rules/workloads/job-deadlines";
import { jobHistory } from "./rules/workloads/job-history";
import { nonRootPods } from "./rules/workloads/non-root-pods";
import { oneBudget } from "./rules/workloads/one-budget";
import { ownServiceAccount } from "./rules/workloads/own-service-account";
import { podSecurityLevel } from "./rules/workloads/pod-security-level";
import { probeAddresses } from "./rules/workloads/probe-addresses";
import { readOnlyRoot } from "./rules/workloads/read-only-root";
import { releaseImages } from "./rules/workloads/release-images";
import { releaseSecrets } from "./rules/workloads/release-secrets";
import { roleWildcards } from "./rules/workloads/role-wildcards";
import { secretReaders } from "./rules/workloads/secret-readers";
import { secretValues } from "./rules/workloads/secret-values";
import { serviceAccountTokens } from "./rules/workloads/service-account-tokens";
import { serviceExposure } from "./rules/workloads/service-exposure";

/** Every rule, by subject. A rule that is not listed here judges nothing. */
export const RULES: readonly Rule[] = [
  alertPatience,
  alertRuleFiles,
  alertRunbook,
  alertSeverity,
  alertWords,
  accessEntryGroups,
  eksAccessMode,
  eksAddOnPinned,
  eksAdministrators,
  eksControlPlaneLogs,
  eksDeletionProtection,
  eksPrivateEndpoint,
  eksSecretsEncryption,
  eksVersionSupported,
  vpcCniBeforeNodes,
  kmsDeletionWindow,
  kmsKeyPolicy,
  kmsKeyRotation,
  iamAnyResource,
  iamBroadManagedPolicy,
  iamPassRole,
  iamPolicySize,
  iamTrustAnyone,
  iamTrustServiceAccount,
  iamTrustService,
  iamUsers,
  iamWildcardAction,
  certificateLifetime,
  certificateRenewal,
  istioMeshStrict,
  istioPlaintextAllowances,
  istioPlaintextNamespaces,
  istioWorkloadCertificates,
  kafkaAclWildcards,
  kafkaAuthorization,
  kafkaCopies,
  kafkaListenerAuthentication,
  kafkaListenerEncryption,
  kafkaTopicCreation,
  kafkaUncleanElection,
  kafkaUserAuthentication,
  kafkaVolumesKept,
  karpenterDisruptionBudgets,
  karpenterInstanceTypes,
  karpenterInterruptionEvents,
  karpenterInterruptionQueue,
  karpenterManagedPools,
  karpenterNodeClassReferences,
  karpenterNodeExpiry,
  karpenterNodeIdentity,
  karpenterPoolLimits,
  karpenterQueueAdmission,
  logGroupEncryption,
  logGroupRetention,
  vpcFlowLogs,
  sqsEncryption,
  sqsRetention,
  sqsSenders,
  sqsTlsOnly,
  karpenterLabelKeys,
  karpenterPoolContract,
  launchTemplateEncryption,
  launchTemplateMetadata,
  launchTemplatePublicIp,
  nodeClassEncryption,
  nodeClassImage,
  nodeClassMetadata,
  nodeClassPublicIp,
  nodeGroupForcedUpdate,
  nodeGroupInstanceSizes,
  nodeGroupLaunchTemplate,
  nodeGroupNotEmpty,
  nodeGroupPrivateSubnets,
  nodeGroupSize,
  nodeGroupUpdateShare,
  nodeGroupVersion,
  nodeGroupZones,
  nodeKeyPair,
  nodeLabelKeys,
  nodePoolLabel,
  nodeTaints,
  scaleFromZeroLabel,
  spotInstanceChoice,
  spotNodeLabel,
  arnAccount,
  arnPartition,
  arnRegion,
  attachedRolePlanned,
  claimedVolumeTags,
  dataProtected,
  defaultSecurityGroup,
  endpointPrivateDns,
  explicitProvider,
  launchTags,
  nameLength,
  namePrefix,
  providerAccount,
  publicIngress,
  regionLiteral,
  requiredTags,
  selectedNodesPlanned,
  selectedNodesTolerated,
  serviceAccountRole,
  serviceAccountTrusted,
  statefulName,
  subnetPublicAddresses,
  taintTolerated,
  redisAccess,
  redisEvictionPolicy,
  redisPersistence,
  redisVolumesKept,
  s3Encryption,
  s3ForceDestroy,
  s3IncompleteUploads,
  s3Ownership,
  s3PublicAccess,
  s3Retention,
  s3TlsOnly,
  s3Versioning,
  broadBindings,
  budgetCoverage,
  containerPrivileges,
  containerProbes,
  containerResources,
  hostAccessNeeded,
  hostAccess,
  imagePinned,
  jobDeadlines,
  jobHistory,
  nonRootPods,
  oneBudget,
  ownServiceAccount,
  podSecurityLevel,
  probeAddresses,
  readOnlyRoot,
  releaseImages,
  releaseSecrets,
  roleWildcards,
  secretReaders,
  secretValues,
  serviceAccountTokens,
  serviceExposure,
  // What keeps `npm run synth` from writing.
  ...(Object.keys(CHECKS) as CheckName[]).map(manifestRule),
];
