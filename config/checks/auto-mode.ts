import { compareVersions } from "../reference/version-support";
import type { StackConfig } from "../stack-schema";
import { check } from "./check";

/** First Kubernetes minor with Auto Mode. Source: EKS user guide, "Create a cluster with EKS Auto Mode". */
export const AUTO_MODE_SINCE = "1.29";

/** Fields of a cluster whose nodes, network and volumes are this stack's own; Auto Mode has all of it built in. */
const OF_OWN_NODES = ["managedAddOns", "corednsReplicas"] as const satisfies readonly (keyof StackConfig["cluster"])[];

/**
 * Add-ons are either EKS's own, built into Auto Mode, or the stack's. Both beside each other would fight over interfaces and volumes; a cluster with
 * neither has no pod network.
 *
 * Source: EKS user guide, "Amazon EKS add-ons": vpc-cni, kube-proxy, CoreDNS, the EBS driver and the Pod Identity agent are part of Auto Mode.
 */
export const autoModeAddOns = check({ cluster: ["autoMode", ...OF_OWN_NODES] }, ({ cluster }) => {
  const isAuto = cluster.autoMode !== undefined;
  return OF_OWN_NODES.filter((field) => (cluster[field] !== undefined) === isAuto).map((field) => ({
    path: ["cluster", field],
    given: isAuto ? `a value beside cluster.autoMode` : "nothing",
    allowed: isAuto
      ? "nothing: Auto Mode has pod network, cluster DNS and volumes built in"
      : "a value, or cluster.autoMode",
    mend: isAuto ? "remove it, or remove cluster.autoMode" : "name it, or let EKS do it with cluster.autoMode",
  }));
});

/** Pods have subnets of their own where the stack configures the CNI, and none where Auto Mode's nodes hand out addresses. */
export const autoModePodSubnets = check(
  { cluster: ["autoMode"], network: ["podSubnets"] },
  ({ cluster, network: { podSubnets } }) => {
    const isAuto = cluster.autoMode !== undefined;
    return (podSubnets !== undefined) === isAuto
      ? [
          {
            path: ["network", "podSubnets"],
            given: podSubnets ?? "nothing",
            allowed: isAuto
              ? "nothing: the built-in pools of Auto Mode have no subnets for pods alone"
              : "a group of role pods",
            mend: isAuto
              ? "remove it, or remove vantage:cluster.autoMode"
              : "name the group that pods get addresses from",
          },
        ]
      : [];
  },
);

/** The cluster's minor has Auto Mode. */
export const autoModeVersion = check({ cluster: ["autoMode", "version"] }, ({ cluster: { autoMode, version } }) =>
  autoMode === undefined || compareVersions(version, AUTO_MODE_SINCE) >= 0
    ? []
    : [
        {
          path: ["cluster", "autoMode"],
          given: `Auto Mode on Kubernetes ${version}`,
          allowed: `Kubernetes ${AUTO_MODE_SINCE} or newer`,
          mend: "raise vantage:cluster.version, or remove autoMode",
        },
      ],
);
