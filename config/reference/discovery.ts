/**
 * Tag by which Karpenter finds the security group and the subnets of a cluster; its value is the cluster's name.
 *
 * Source: document 001, section 1 (EC2NodeClass, Subnet Selector).
 */
export const DISCOVERY_TAG = "karpenter.sh/discovery";
