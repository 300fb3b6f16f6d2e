import * as eks from "@pulumi/eks";
import * as pulumi from "@pulumi/pulumi";

/** The core of a cluster, as node groups read it. */
export type ClusterCore = pulumi.Output<eks.types.output.CoreData>;

/**
 * The core of the cluster that a component is given: either the `core` of a cluster, or the cluster itself, which
 * arrives as a resource reference and is turned back into a resource by the SDK of `@pulumi/eks`.
 */
export function coreOf(cluster: pulumi.Input<eks.Cluster | eks.types.input.CoreDataArgs>): ClusterCore {
  return pulumi
    .output(cluster)
    .apply((given) => (eks.Cluster.isInstance(given) ? given.core : given)) as unknown as ClusterCore;
}

/** CIDR of a cluster's services, in the address family of the cluster. */
export function serviceCidrOf(core: ClusterCore): pulumi.Output<string> {
  return core.cluster.kubernetesNetworkConfig.apply((network) =>
    network.ipFamily === "ipv6" ? network.serviceIpv6Cidr : network.serviceIpv4Cidr,
  );
}
