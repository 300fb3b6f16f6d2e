import { regionalArn } from "../../config/derived/arn";
import { keyAlias } from "../../config/derived/key-names";
import { stackTags } from "../../config/derived/tags";
import type { PlatformWith } from "../../config/parts";
import type { KarpenterNodePool, Platform } from "../../config/platform";
import { POOL_LABEL } from "../../config/reference/node-labels";
import type { CheckName } from "../checks/all";
import type { ObjectReference } from "../kube-object";
import type { Deviation } from "../ledger";
import { nodeConfig } from "./node-config";
import { MANAGED_BY_LABEL } from "./node-pool";

/** Why the node class and the NodePools are not deployed as printed. Source of the answers: kube-apiserver 1.29 with Karpenter 0.37.0's definitions. */
export function karpenterDeviations(platform: PlatformWith<"karpenter">): readonly Deviation<CheckName>[] {
  const pools = Object.entries(platform.karpenter.nodePools);
  return [
    ...nodeClassDeviations(platform),
    ...pools.flatMap(([name, pool]) => nodePoolDeviations(platform, name, pool)),
  ];
}

function nodeClassDeviations(platform: PlatformWith<"karpenter">): readonly Deviation<CheckName>[] {
  const object = { group: "karpenter.k8s.aws", kind: "EC2NodeClass", name: platform.karpenter.nodeClass.name };
  const { environment: _, ...furtherTags } = stackTags(platform);
  return [
    {
      id: "K7",
      object,
      path: ["spec", "blockDeviceMappings", 0, "ebs", "kmsKeyID"],
      deployed: regionalArn(platform.aws, "kms", keyAlias(platform, "data")),
      reason:
        "Section 1 names a key under a spelling the API doesn't know, section 6 none: the volumes would be encrypted with the account's default key. The alias of the stack's key is known before the key is.",
      source: "document 001, section 1 (Block Device Mappings); EC2 API, EbsBlockDevice.KmsKeyId",
      without: { by: "check", check: "karpenter-node-classes", answer: "encrypted with the account's default key" },
    },
    {
      id: "K4",
      object,
      path: ["spec", "tags"],
      documented: { Name: platform.karpenter.nodeClass.nodeName, environment: platform.platform.environment },
      deployed: {
        Name: platform.karpenter.nodeClass.nodeName,
        environment: platform.platform.environment,
        ...furtherTags,
      },
      reason:
        "Instances and volumes that Karpenter makes carry the tag set of everything else; section 1 names the team's.",
      source: "document 001, section 1 (Tags)",
      without: { by: "check", check: "karpenter-node-classes", answer: "without the tags" },
    },
    {
      id: "K8",
      object,
      path: ["spec", "userData"],
      deployed: nodeConfig(platform.kubelet.imageGc.minimumAge.toString()),
      reason: "The documented age at which unused images may go has no field in a v1beta1 NodePool.",
      source: "document 000, section 3 (imageMinimumGCAge)",
      without: { by: "check", check: "karpenter-node-classes", answer: "imageMinimumGCAge" },
    },
  ];
}

function nodePoolDeviations(
  platform: Platform,
  name: string,
  pool: KarpenterNodePool,
): readonly Deviation<CheckName>[] {
  const object: ObjectReference = { group: "karpenter.sh", kind: "NodePool", name };
  const labels = ["spec", "template", "metadata", "labels"];
  const kubelet = ["spec", "template", "spec", "kubelet"];
  const { evictionHard, imageGc } = platform.kubelet;
  const like = (answer: string) => ({ by: "check", check: "karpenter-node-pools", answer }) as const;
  const kubeletSource = "document 000, sections 1 (Eviction Hard Threshold) and 3 (kubelet)";
  return [
    {
      id: `K1 ${name}`,
      object,
      path: ["spec", "disruption", "consolidateAfter"],
      documented: pool.consolidateAfter.toString(),
      reason: "Karpenter 0.37 takes consolidateAfter beside WhenEmpty only; its own wait is a fixed 15 s.",
      source:
        "karpenter.sh_nodepools.yaml 0.37.0, rule on spec.disruption; pkg/controllers/disruption/consolidation.go",
      without: {
        by: "api-server",
        answer: "consolidateAfter cannot be combined with consolidationPolicy=WhenUnderutilized",
      },
    },
    ...(pool.managedByLabel ? [managedByDeviation(name, object, labels)] : []),
    {
      id: `K14 ${name}`,
      object,
      path: [...labels, POOL_LABEL],
      deployed: pool.replaces,
      reason: "Workloads select the pool by this label; without it they find no node once the old group is gone.",
      source: "document 000, sections 1 and 5 (nodeSelector)",
      without: like(POOL_LABEL),
    },
    {
      id: `K5 ${name}`,
      object,
      path: ["spec", "disruption", "budgets"],
      deployed: [{ nodes: pool.disruptionBudget }],
      reason:
        "The documented minAvailable 80% is no field of v1beta1; its counterpart is the share that may be disrupted.",
      source: "document 001, section 1 (minAvailable: 80%)",
      without: like("default budget of 10%"),
    },
    ...(pool.maxPods === undefined || pool.reservations
      ? []
      : [
          {
            id: `K13 ${name}`,
            object,
            path: [...kubelet, "maxPods"],
            deployed: pool.maxPods,
            reason:
              "Without a number Karpenter counts addresses of all interfaces; custom networking keeps one of them for the node.",
            source: "docs/decisions.md, C5; Karpenter 0.37.0, pkg/providers/instancetype/types.go",
            without: like("maxPods"),
          },
        ]),
    {
      id: `K22 ${name}`,
      object,
      path: [...kubelet, "evictionHard"],
      deployed: { ...evictionHard },
      reason: "The documented eviction thresholds hold on every node, also on those that Karpenter launches.",
      source: kubeletSource,
      without: like("evictionHard"),
    },
    {
      id: `K23 ${name}`,
      object,
      path: [...kubelet, "imageGCHighThresholdPercent"],
      deployed: imageGc.highThresholdPercent,
      reason: "The documented image collection holds on every node.",
      source: kubeletSource,
      without: like("imageGCHighThresholdPercent"),
    },
    {
      id: `K24 ${name}`,
      object,
      path: [...kubelet, "imageGCLowThresholdPercent"],
      deployed: imageGc.lowThresholdPercent,
      reason: "The documented image collection holds on every node.",
      source: kubeletSource,
      without: like("imageGCLowThresholdPercent"),
    },
  ];
}

function managedByDeviation(name: string, object: ObjectReference, labels: readonly string[]): Deviation<CheckName> {
  const [[label, value]] = Object.entries(MANAGED_BY_LABEL) as [[string, string]];
  return {
    id: `K2 ${name}`,
    object,
    path: [...labels, label],
    documented: value,
    reason: "The domain karpenter.sh is Karpenter's own; it tags the instances with their manager itself.",
    source: "karpenter.sh_nodepools.yaml 0.37.0, rule on template.metadata.labels; pkg/apis/v1beta1/labels.go",
    without: { by: "api-server", answer: 'label domain "karpenter.sh" is restricted' },
  };
}
