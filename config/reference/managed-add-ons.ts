import type { StackConfig } from "../stack-schema";

/** Add-on that EKS installs and keeps. */
export type ManagedAddOnName = keyof NonNullable<StackConfig["cluster"]["managedAddOns"]>;

/** One build of an add-on. */
export interface ManagedAddOnBuild {
  /** Kubernetes minors that the source names for it. EKS may have it for others, too. */
  readonly kubernetes: readonly string[];
  /** Where build and minors are stated. */
  readonly source: string;
}

const TABLE = "Amazon EKS user guide, edition of late 2025, table of the latest build for each Kubernetes version";
const MODULE = "wandb/terraform-aws-wandb, modules/app_eks/add-ons.tf, the builds pinned for EKS 1.29";
const EXAMPLE =
  "the builds that public configurations of EKS 1.35 clusters pin together, read in 2026; `aws eks describe-addon-versions` confirms them";

/**
 * Builds that a stack may name, by add-on. EKS refuses a build that it doesn't have for the cluster's minor, and does so halfway through an
 * update; only `aws eks describe-addon-versions` knows all of them, and nothing asks AWS while planning.
 *
 * A build of kube-proxy is of one minor, the cluster's. Source: Kubernetes, Version Skew Policy; Amazon EKS user guide, "kube-proxy versions".
 */
export const MANAGED_ADD_ON_BUILDS: Readonly<Record<ManagedAddOnName, Readonly<Record<string, ManagedAddOnBuild>>>> = {
  // The documents say v1.18.3 (000, section 1); newer releases exist for 1.29.
  "vpc-cni": {
    "v1.18.3-eksbuild.3": { kubernetes: ["1.29"], source: MODULE },
    "v1.21.1-eksbuild.3": { kubernetes: ["1.35"], source: EXAMPLE },
  },
  "kube-proxy": {
    "v1.29.7-eksbuild.9": { kubernetes: ["1.29"], source: MODULE },
    "v1.29.15-eksbuild.16": { kubernetes: ["1.29"], source: `${TABLE}, "Manage kube-proxy in Amazon EKS clusters"` },
    "v1.35.0-eksbuild.2": { kubernetes: ["1.35"], source: EXAMPLE },
  },
  coredns: {
    "v1.11.3-eksbuild.1": { kubernetes: ["1.29"], source: MODULE },
    "v1.11.4-eksbuild.24": {
      kubernetes: ["1.29", "1.30", "1.31", "1.32"],
      source: `${TABLE}, "Manage CoreDNS for DNS in Amazon EKS clusters"`,
    },
    "v1.13.2-eksbuild.1": { kubernetes: ["1.35"], source: EXAMPLE },
  },
  // The user guide has no table for this one.
  "aws-ebs-csi-driver": {
    "v1.35.0-eksbuild.1": { kubernetes: ["1.29"], source: MODULE },
    "v1.57.1-eksbuild.1": { kubernetes: ["1.35"], source: EXAMPLE },
  },
};
