/** Zone of a node, as its cloud provider labels it. Source: Kubernetes, well-known labels. */
export const ZONE_LABEL = "topology.kubernetes.io/zone";

/** Name of a node, as its kubelet labels it. Source: Kubernetes, well-known labels. */
export const HOST_LABEL = "kubernetes.io/hostname";

/** Label by which workloads select a pool; the stack sets it on every node. Source: document 000, section 1. */
export const POOL_LABEL = "node.kubernetes.io/pool";

/**
 * Label of the nodes of spot pools, by which aws-node-termination-handler finds them: a spot node without it gets no warning before it goes.
 *
 * Source: document 000, section 1 (worker-spot-v2).
 */
export const SPOT_NODE_LABEL = { "capacity-type": "spot" } as const;
