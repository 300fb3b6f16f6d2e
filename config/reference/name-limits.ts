/** Characters that the name of an IAM role may have. Source: IAM user guide, "IAM and STS quotas". */
export const ROLE_NAME_MAX_CHARACTERS = 64;

/** Characters that the name of an EventBridge rule may have. Source: EventBridge API reference, `PutRule`. */
export const EVENT_RULE_NAME_MAX_CHARACTERS = 64;

/**
 * Characters that the name of a managed node group may have; it is the pool's name alone, which the schema holds to 40.
 *
 * Source: Amazon EKS API reference, `CreateNodegroup`.
 */
export const NODE_GROUP_NAME_MAX_CHARACTERS = 63;

/**
 * Characters that the name of a launch template or of an instance profile may have; Auto Scaling groups have twice as much. All three are named
 * `<cluster>-<pool>`, and what roles and rules leave to both names is always less.
 *
 * Source: EC2 API reference, `CreateLaunchTemplate`; IAM user guide, "IAM and STS quotas".
 */
export const POOL_RESOURCE_NAME_MAX_CHARACTERS = 128;

/**
 * What the roles of every stack are for; a role is named `<cluster>-<purpose>`. Beside these, each storage identity and each self-managed pool has
 * a role, with its own name as the purpose.
 */
export const ROLE_PURPOSES = [
  "cluster",
  "node",
  "karpenter-node",
  "karpenter-controller",
  "cluster-autoscaler",
  "vpc-cni",
  "ebs-csi-driver",
  "fluent-bit",
  "load-balancers",
  "flow-logs",
] as const;

/** What follows the cluster's name in the names of the event rules of Karpenter's interruption queue. */
export const EVENT_RULE_SUFFIXES = [
  "karpenter-health-event",
  "karpenter-spot-warning",
  "karpenter-rebalance",
  "karpenter-state-change",
] as const;

/** What the roles of a stack with EKS Auto Mode are for, beside {@link ROLE_PURPOSES}: its nodes, and the host in the network. */
export const AUTO_MODE_ROLE_PURPOSES = ["auto-node", "bastion"] as const;
