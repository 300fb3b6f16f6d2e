import * as aws from "@pulumi/aws";
import type * as eks from "@pulumi/eks";
import * as pulumi from "@pulumi/pulumi";
import { addonConfiguration } from "./addon-configuration";
import { corednsEnabled, kubeProxyEnabled } from "./cluster-options";
import { given } from "./given";

type AddonOptions = eks.types.input.KubeProxyAddonOptionsArgs | eks.types.input.CoreDnsAddonOptionsArgs | undefined;

/**
 * Creates the add-ons that are part of a cluster component beside the VPC CNI: kube-proxy and CoreDNS.
 * They wait for the cluster only, not for nodes: that is why CoreDNS is off unless asked for.
 * Source: pulumi-eks, nodejs/eks/cluster/cluster.ts, createCore.
 */
export function createClusterAddons(
  name: string,
  args: eks.ClusterArgs,
  cluster: aws.eks.Cluster,
  parent: pulumi.Resource,
): void {
  const create = (addonName: string, options: AddonOptions) =>
    new aws.eks.Addon(
      `${name}-${addonName}`,
      given({
        clusterName: cluster.name,
        addonName,
        preserve: true,
        tags: args.tags,
        resolveConflictsOnCreate: options?.resolveConflictsOnCreate ?? "OVERWRITE",
        resolveConflictsOnUpdate: options?.resolveConflictsOnUpdate ?? "OVERWRITE",
        addonVersion: options?.version,
        configurationValues:
          options?.configurationValues &&
          pulumi.output(options.configurationValues).apply((v) => addonConfiguration(v) ?? "{}"),
      }),
      { parent },
    );
  if (kubeProxyEnabled(args)) create("kube-proxy", args.kubeProxyAddonOptions);
  if (corednsEnabled(args)) create("coredns", args.corednsAddonOptions);
}
