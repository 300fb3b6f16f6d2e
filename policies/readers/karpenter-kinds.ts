/** Karpenter's NodePools. Source: Karpenter 0.37.0, pkg/apis. */
export const NODE_POOL = "karpenter.sh/NodePool";

/** Karpenter's node classes for EC2. Source: aws/karpenter-provider-aws v0.37.0, pkg/apis. */
export const EC2_NODE_CLASS = "karpenter.k8s.aws/EC2NodeClass";
