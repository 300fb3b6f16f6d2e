import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";

/** What the ENIConfigs are made from. */
export interface EniConfigsArgs {
  /** Subnet of pods in each zone. */
  readonly subnetIdsByZone: Readonly<Record<string, pulumi.Input<string>>>;
  readonly securityGroupId: pulumi.Input<string>;
}

/**
 * Where pods get their addresses: an ENIConfig per zone, named after it, which is how vpc-cni finds the one of a node.
 *
 * Objects of their own and not part of the add-on's configuration: that is one JSON text, which a single id would make unknown in a preview.
 * They need the definition that vpc-cni brings, and must precede nodes: a node that finds none gives its pods no address.
 *
 * Source: EKS user guide, "Customize the secondary network interface in Amazon EKS nodes".
 */
export function eniConfigs(
  name: string,
  { subnetIdsByZone, securityGroupId }: EniConfigsArgs,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  return Object.entries(subnetIdsByZone).map(
    ([zone, subnet]) =>
      new k8s.apiextensions.CustomResource(
        `${name}-${zone}`,
        {
          apiVersion: "crd.k8s.amazonaws.com/v1alpha1",
          kind: "ENIConfig",
          metadata: { name: zone },
          spec: { subnet, securityGroups: [securityGroupId] },
        },
        opts,
      ),
  );
}
