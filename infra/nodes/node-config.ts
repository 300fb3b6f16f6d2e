import type { NodePool, Platform } from "../../config/platform";
import { POOL_LABEL } from "../../config/reference/node-labels";

/** Coordinates of the cluster. EKS supplies them itself to managed node groups that run its own image, and only to those. */
export interface ClusterDetails {
  readonly name: string;
  readonly apiServerEndpoint: string;
  /** PEM in base64. */
  readonly certificateAuthority: string;
  /** Addresses of Services: the address of the cluster's DNS follows from them. */
  readonly cidr: string;
}

/** A NodeConfig of nodeadm, which sets up an AL2023 node. Source: awslabs/amazon-eks-ami, nodeadm, API reference v1alpha1. */
export interface NodeConfig {
  readonly apiVersion: "node.eks.aws/v1alpha1";
  readonly kind: "NodeConfig";
  readonly spec: {
    readonly cluster?: ClusterDetails;
    readonly kubelet: { readonly config: Readonly<Record<string, unknown>>; readonly flags: readonly string[] };
  };
}

/**
 * The kubelet's configuration on every node of the stack: what it withholds from pods, when it evicts, when it removes images.
 *
 * The number of pods is not here but among the flags: see {@link maxPodsFlag}.
 *
 * Source: document 000, section 1 (reservations, memory and nodefs thresholds) and section 3 (imagefs threshold, image garbage collection).
 */
export function kubeletConfig({ kubelet }: Platform): Readonly<Record<string, unknown>> {
  const { systemReserved, kubeReserved, evictionHard, imageGc } = kubelet;
  return {
    systemReserved: { cpu: systemReserved.cpu.toString(), memory: systemReserved.memory.toString() },
    kubeReserved: { cpu: kubeReserved.cpu.toString(), memory: kubeReserved.memory.toString() },
    evictionHard: { ...evictionHard },
    imageGCHighThresholdPercent: imageGc.highThresholdPercent,
    imageGCLowThresholdPercent: imageGc.lowThresholdPercent,
    imageMinimumGCAge: imageGc.minimumAge.toString(),
  };
}

/**
 * The kubelet's flag for the number of pods on a node, always stated: nodeadm would count addresses of interfaces, which prefix delegation makes
 * meaningless.
 *
 * A flag, because the kubelet prefers its flags to its configuration file. In a managed group without an image of its own, EKS writes a `maxPods` of at
 * most 110 (250 from 30 vCPUs on) into the file's part of the NodeConfig, over any that is given there: the 234 of an m6i.4xlarge would be lost.
 *
 * Source: EKS user guide, "How maxPods is determined"; eksctl-io/eksctl, issue 8037.
 */
export function maxPodsFlag({ maxPods }: Pick<NodePool, "maxPods">): string {
  return `--max-pods=${maxPods}`;
}

/** The kubelet's flags by which a node registers with labels and taints; flags of several NodeConfigs add up. */
export function registrationFlags(
  labels: Readonly<Record<string, string>>,
  taints: NodePool["taints"],
): readonly string[] {
  const labelList = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  const taintList = taints.map(({ key, value, effect }) => `${key}=${value}:${effect}`);
  return [
    ...(labelList.length > 0 ? [`--node-labels=${labelList.join(",")}`] : []),
    ...(taintList.length > 0 ? [`--register-with-taints=${taintList.join(",")}`] : []),
  ];
}

/**
 * The NodeConfig of a managed node group. EKS merges the cluster's coordinates and the group's own labels and taints into it.
 *
 * The pool's label is given to the kubelet and not to EKS: its API has refused label keys under `kubernetes.io`, the kubelet allows
 * `node.kubernetes.io`. Source: compatibility page, "Node labels on managed node groups".
 */
export function managedNodeConfig(platform: Platform, poolName: string, pool: NodePool): NodeConfig {
  return nodeConfig(platform, pool, registrationFlags({ [POOL_LABEL]: poolName }, []));
}

/** The NodeConfig of a self-managed group, for which nobody fills in anything. */
export function selfManagedNodeConfig(
  platform: Platform,
  poolName: string,
  pool: NodePool,
  cluster: ClusterDetails,
): NodeConfig {
  const flags = registrationFlags({ [POOL_LABEL]: poolName, ...pool.labels }, pool.taints);
  return nodeConfig(platform, pool, flags, cluster);
}

function nodeConfig(
  platform: Platform,
  pool: NodePool,
  flags: readonly string[],
  cluster?: ClusterDetails,
): NodeConfig {
  return {
    apiVersion: "node.eks.aws/v1alpha1",
    kind: "NodeConfig",
    spec: {
      ...(cluster === undefined ? {} : { cluster }),
      kubelet: { config: kubeletConfig(platform), flags: [...flags, maxPodsFlag(pool)] },
    },
  };
}
