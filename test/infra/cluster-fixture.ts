import type * as pulumi from "@pulumi/pulumi";
import type { Platform } from "../../config/platform";
import { Cluster } from "../../infra/cluster/cluster";
import { Keys } from "../../infra/encryption/keys";
import { Network } from "../../infra/network/network";
import type { Outputs } from "./recorded-graph";

/** What the control plane of the fixture answers; the values are made up, their shapes are AWS's. */
export const CONTROL_PLANE = {
  name: "prod-us-east-1",
  endpoint: "https://0123456789ABCDEF.gr7.us-east-1.eks.amazonaws.com",
  certificateAuthority: { data: "Q0VSVElGSUNBVEU=" },
  identities: [{ oidcs: [{ issuer: "https://oidc.eks.us-east-1.amazonaws.com/id/0123456789ABCDEF" }] }],
};

/** Outputs of the resources that others read from. */
export const clusterOutputs: Outputs = (type) => {
  switch (type) {
    case "eks:index:Cluster":
      return {
        eksCluster: CONTROL_PLANE,
        kubeconfigJson: "{}",
        nodeSecurityGroupId: "sg-nodes",
        clusterSecurityGroupId: "sg-control-plane",
      };
    case "aws:ec2/launchTemplate:LaunchTemplate":
      return { latestVersion: 3 };
    case "aws:eks/nodeGroup:NodeGroup":
      return { resources: [{ autoscalingGroups: [{ name: "eks-group-of-the-pool" }] }] };
    default:
      return {};
  }
};

/** Network, keys and cluster of a platform, as the whole program makes them. */
export function fixture(platform: Platform, opts?: pulumi.ComponentResourceOptions) {
  const keys = new Keys("keys", { platform }, opts);
  const network = new Network("network", { platform, keys }, opts);
  const cluster = new Cluster("cluster", { platform, network, keys }, opts);
  return { platform, keys, network, cluster };
}
