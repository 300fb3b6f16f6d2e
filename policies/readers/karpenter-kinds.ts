/** Karpenter's NodePools. Source: Karpenter 0.37.0, pkg/apis. */
export const NODE_POOL = "karpenter.sh/NodePool";

/** Karpenter's node classes for EC2. Source: aws/karpenter-provider-aws v0.37.0, pkg/apis. */
export const EC2_NODE_CLASS = "karpenter.k8s.aws/EC2NodeClass";

/** Node classes of EKS Auto Mode, whose Karpenter takes no others. Source: EKS user guide, "Create a Node Class for Amazon EKS". */
export const AUTO_NODE_CLASS = "eks.amazonaws.com/NodeClass";

/** Name of the node class that Auto Mode makes itself. Source: as above. */
export const AUTO_DEFAULT = "default";
