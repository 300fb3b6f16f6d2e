import type { eks } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { minorOf } from "../../../config/reference/version-support";
import type { Estate } from "../../estate";
import { NODE_GROUP } from "../../node-groups";
import { problem, resourceRule } from "../../rule";

/** Minors by which a kubelet may be older than the API server. Source: Kubernetes, Version Skew Policy. */
const MINORS_BEHIND = 3;

/** Nodes run a version that the control plane speaks to. */
export const nodeGroupVersion = resourceRule<eks.NodeGroupArgs>(
  {
    id: "node-group-version",
    title: `Node groups run the cluster's Kubernetes version, or one up to ${MINORS_BEHIND} minors older`,
    severity: "high",
    enforcement: "mandatory",
    why: "A kubelet that is newer than the API server, or much older, uses calls that the other doesn't know.",
    remediation: "Raise the cluster first, then its groups, one minor at a time.",
    link: "https://kubernetes.io/releases/version-skew-policy/",
  },
  {
    types: [NODE_GROUP],
    // A group without a version takes the cluster's when it is made.
    when: ({ inputs }, estate) => inputs.version !== undefined && versionOf(inputs.clusterName, estate) !== undefined,
    check: ({ inputs: { version = "", clusterName } }, estate) => {
      const ofCluster = versionOf(clusterName, estate) ?? "";
      const behind = minorNumber(ofCluster) - minorNumber(version);
      if (behind >= 0 && behind <= MINORS_BEHIND) return [];
      const message = `is ${version} in a cluster of ${ofCluster}; it has to be the same, or up to ${MINORS_BEHIND} minors older`;
      return [problem("version", message)];
    },
  },
);

function versionOf(clusterName: string | undefined, estate: Estate): string | undefined {
  const clusters = estate.ofType<Unwrap<eks.ClusterArgs>>("aws:eks/cluster:Cluster");
  return clusters.find(({ inputs }) => inputs.name === clusterName)?.inputs.version;
}

/** The second number of a version: 29 of `1.29`. */
function minorNumber(version: string): number {
  return Number(minorOf(version).split(".")[1]);
}
