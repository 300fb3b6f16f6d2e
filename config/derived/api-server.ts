import type { Platform } from "../platform";

/** Port of the API server, at its Service and at its interfaces. Source: Amazon EKS user guide, "Cluster API server endpoint". */
export const API_SERVER_PORT = 443;

/** Blocks in which the control plane has its interfaces, first zone first: from there it calls webhooks, and there it answers. */
export function controlPlaneBlocks({ network }: Pick<Platform, "network">): readonly string[] {
  return Object.values(network.subnets)
    .filter(({ role }) => role === "intra")
    .flatMap(({ cidrs }) => Object.values(cidrs).map(String));
}

/**
 * The address of Service `kubernetes`, which pods call: the first of the block of Services. A stack file may have no block smaller than /24, so the
 * last number is a 1.
 *
 * @example apiServiceBlock(platform) // 172.20.0.1/32
 *
 * Source: Kubernetes 1.29, pkg/controlplane (service IP of the API server).
 */
export function apiServiceBlock({ cluster }: Pick<Platform, "cluster">): string {
  return cluster.serviceCidr.toString().replace(/\.0\/\d+$/, ".1/32");
}
