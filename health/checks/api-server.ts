import type { Check, Judgement } from "../check";
import type { ClusterAddress } from "../cluster-reader";

interface Reading {
  readonly address: ClusterAddress;
  /** Release, such as `v1.29.15-eks-1234567`. */
  readonly version: string;
  /** Answer of `/readyz`. */
  readonly ready: string;
}

/** How EKS names a cluster, and the AWS CLI its entry in a kubeconfig: the name is what follows. */
const EKS_CLUSTER = /^arn:[\w-]+:eks:[\w-]+:\d+:cluster\/(.+)$/;

/**
 * The API server is that of the stack, and ready. That it answers is what the status ACTIVE of the cluster is looked at for; the status itself is AWS's to tell.
 *
 * Source: document 003, section 1 (Morning Health Check Routine, step 2: `aws eks describe-cluster`; Weekly Maintenance Tasks: `kubectl version`).
 */
export const apiServer: Check<Reading> = {
  name: "API server",
  read: async (cluster) => ({
    address: await cluster.address(),
    version: (JSON.parse(await cluster.raw("/version")) as { gitVersion: string }).gitVersion,
    ready: (await cluster.raw("/readyz")).trim(),
  }),
  judge: ({ address, version, ready }, { cluster, version: minor }) => [
    ...clusterName(address, cluster),
    judged("version", minor, version, version.startsWith(`v${minor}.`)),
    judged("/readyz", "ok", ready, ready === "ok"),
  ],
};

/** Whether the context is another cluster's, where its name can be known: everything else would be found missing. */
function clusterName({ cluster }: ClusterAddress, expected: string): readonly Judgement[] {
  const name = EKS_CLUSTER.exec(cluster)?.[1];
  return name === undefined ? [] : [judged("name", expected, name, name === expected)];
}

function judged(subject: string, expected: string, found: string, holds: boolean): Judgement {
  return { subject, expected, found, verdict: holds ? "as expected" : "finding" };
}
