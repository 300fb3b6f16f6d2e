import { listAt, mappingAt, textAt } from "../charts/checks/object-readers";
import type { KubeObject } from "../charts/kube-object";
import { HOST_LABEL, ZONE_LABEL } from "../config/reference/node-labels";
import type { NodeTaint } from "./node-config";
import { ANY, demandsIn, type NodeLabels } from "./node-terms";

/**
 * Labels that Karpenter knows without a pool's naming them; what it buys decides their values.
 *
 * Source: Karpenter 0.37.0, pkg/apis/v1beta1/labels.go, and pkg/apis/v1beta1/labels.go of the AWS provider.
 */
const WELL_KNOWN = [
  HOST_LABEL,
  ZONE_LABEL,
  "kubernetes.io/arch",
  "node.kubernetes.io/instance-type",
  "topology.kubernetes.io/region",
  "topology.ebs.csi.aws.com/zone",
  ...[
    "hypervisor",
    "encryption-in-transit-supported",
    "category",
    "family",
    "generation",
    "size",
    "local-nvme",
    "cpu",
    "cpu-manufacturer",
    "memory",
    "network-bandwidth",
    "gpu-name",
    "gpu-manufacturer",
    "gpu-count",
    "gpu-memory",
    "accelerator-name",
    "accelerator-manufacturer",
    "accelerator-count",
  ].map((what) => `karpenter.k8s.aws/instance-${what}`),
] as const;

/** What the nodes of a NodePool may be labelled with: its own labels, what its requirements leave, and what Karpenter adds. */
export function karpenterLabels(pool: KubeObject): NodeLabels {
  const labels = mappingAt(pool, ["spec", "template", "metadata", "labels"]);
  return new Map<string, readonly string[] | typeof ANY>([
    ...WELL_KNOWN.map((key) => [key, ANY] as const),
    // What a pool is made of when it doesn't say. Source: Karpenter 0.37, NodePools, spec.template.spec.requirements.
    ["kubernetes.io/os", ["linux"]],
    ["karpenter.sh/capacity-type", ["on-demand"]],
    ...requirements(pool),
    ["karpenter.sh/nodepool", [pool.metadata.name]],
    ...Object.entries(labels).map(([key, value]) => [key, [String(value)]] as const),
  ]);
}

/** Only `In` names values; the other operators leave some that they don't name. */
function requirements(pool: KubeObject): readonly (readonly [string, readonly string[] | typeof ANY])[] {
  return demandsIn(pool, ["spec", "template", "spec", "requirements"])
    .filter(({ operator }) => operator !== "DoesNotExist")
    .map(({ key, operator, values }) => [key, operator === "In" ? values : ANY]);
}

/** The taints of a NodePool's nodes, apart from those that go once a node has started. */
export function karpenterTaints(pool: KubeObject): readonly NodeTaint[] {
  return listAt(pool, ["spec", "template", "spec", "taints"]).map((taint) => ({
    key: textAt(taint, ["key"]),
    value: textAt(taint, ["value"]),
    effect: textAt(taint, ["effect"]),
  }));
}
