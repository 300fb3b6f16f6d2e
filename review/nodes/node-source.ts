import type { NodeTaint } from "../../policies/node-config";
import type { NodeLabels } from "../../policies/node-terms";
import { type Resource, Unreadable } from "../../policies/resource";
import type { Range } from "../range";
import type { KubeletSettings } from "./kubelet-settings";

/** A volume that AWS keeps: a node's own or a claim's. */
export interface BlockVolume {
  readonly sizeGib: number;
  /** `gp3`, `io2` and so on. */
  readonly type: string;
  /** Provisioned; undefined where it is what the type has anyway. */
  readonly iops: number | undefined;
  /** Provisioned, in MiB/s; undefined where it is what the type has anyway. */
  readonly throughputMibPerSecond: number | undefined;
}

/** What bounds the nodes of a NodePool together; undefined where nothing does. */
export interface NodeLimits {
  readonly vcpu: number | undefined;
  readonly memoryGib: number | undefined;
}

/** Something in a plan that makes nodes. */
export interface NodeSource {
  /** For readers, and to compare by: `aws:eks/nodeGroup:NodeGroup nodes-web`, `karpenter.sh/NodePool default`. */
  readonly resource: string;
  /** Value of the label by which pods select its nodes; its own name where they have none. */
  readonly pool: string;
  readonly region: string | undefined;
  /** Types that it may launch, as it names them: the first one is preferred. */
  readonly instanceTypes: readonly string[];
  readonly capacity: "on demand" | "spot" | "spot or on demand";
  /** Numbers of nodes of a group, or the limits of a NodePool. */
  readonly size: { readonly nodes: Range } | { readonly limits: NodeLimits };
  /** The block devices of each node; undefined where its image decides. */
  readonly volumes: readonly BlockVolume[] | undefined;
  /** Whether each node sends the metrics of a minute instead of five. */
  readonly detailedMonitoring: boolean;
  /** Whether its nodes join a cluster. */
  readonly joinsCluster: boolean;
  readonly labels: NodeLabels;
  readonly taints: readonly NodeTaint[];
  readonly kubelet: KubeletSettings;
  /** The subnets that its nodes may be in. */
  readonly subnets: readonly Resource[];
  /** What had to be assumed, for readers. */
  readonly notes: readonly string[];
}

/** A source that says too little to be reckoned with. */
export interface UnreadSource {
  readonly resource: string;
  readonly reason: string;
}

/** What may be read of one source, or why not. */
export type ReadSource = NodeSource | UnreadSource;

/** The source that is read, or what about it the plan doesn't show. */
export function readOr(resource: string, read: () => ReadSource): ReadSource {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { resource, reason: error.message };
  }
}
