import { k8s } from "cdk8s-plus-29";
import type { Platform } from "../../../config/platform";
import { DATA_CLASS } from "../../../config/reference/priority-classes";
import { awayFromDataNodes } from "../../away-from-data-nodes";
import { restrictedContainer } from "../../restricted-container";
import { shortHash } from "../../short-hash";
import { bootstrapScript, slotRanges } from "./bootstrap-script";
import { addresses, clusterLabels, jobLabels, type RedisCluster } from "./redis-cluster";
import { restrictedPod } from "./restricted";
import { startupSeconds } from "./server-container";
import { WITHOUT_SIDECAR } from "./sidecar";

/** How often a failed run is tried again. */
const RETRIES = 3;

/** Seconds that a run may wait for servers: nodes may have to be launched first, and data to be loaded. */
export function bootstrapSeconds(cluster: Pick<RedisCluster, "maxmemory">): number {
  return startupSeconds(cluster) + 600;
}

/** Seconds beyond that for the job's own pod to find a node and its image, and for the pauses between runs (10, 20 and 40). */
const JOB_MARGIN_SECONDS = 300;

/**
 * The job that makes six servers a cluster; it does nothing where they are one. See {@link bootstrapScript}.
 *
 * The name ends in a hash of the pod, which Kubernetes doesn't let change: another script or image is another job, and the same one, applied again, is no change. It isn't
 * removed when done: the next apply would create it anew.
 *
 * It ends after the time of one run that waits to the last, and what runs that fail early take of it: one that has waited in vain that long has nothing to gain by waiting again.
 */
export function bootstrapJob(platform: Platform, cluster: RedisCluster): k8s.KubeJobProps {
  const template = bootstrapPod(platform, cluster);
  const name = `${cluster.name}-bootstrap-${shortHash(template)}`;
  return {
    metadata: { name, namespace: cluster.namespace, labels: clusterLabels(cluster) },
    spec: {
      backoffLimit: RETRIES,
      activeDeadlineSeconds: bootstrapSeconds(cluster) + JOB_MARGIN_SECONDS,
      template,
    },
  };
}

function bootstrapPod(platform: Platform, cluster: RedisCluster): k8s.PodTemplateSpec {
  return {
    metadata: { labels: { ...jobLabels(cluster, "bootstrap"), ...WITHOUT_SIDECAR } },
    spec: {
      restartPolicy: "Never",
      serviceAccountName: cluster.name,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      ...awayFromDataNodes(platform),
      priorityClassName: DATA_CLASS,
      securityContext: restrictedPod(),
      containers: [
        {
          name: "bootstrap",
          image: cluster.image,
          command: ["/bin/sh", "-euc", bootstrapScript()],
          env: [
            { name: "PRIMARIES", value: addresses(cluster, "primary").join(" ") },
            { name: "REPLICAS", value: addresses(cluster, "replica").join(" ") },
            { name: "SLOTS", value: slotRanges(cluster.shards).join(" ") },
            { name: "TIMEOUT_SECONDS", value: `${bootstrapSeconds(cluster)}` },
          ],
          resources: {
            requests: { cpu: k8s.Quantity.fromString("50m"), memory: k8s.Quantity.fromString("32Mi") },
            limits: { cpu: k8s.Quantity.fromString("200m"), memory: k8s.Quantity.fromString("64Mi") },
          },
          securityContext: restrictedContainer(),
        },
      ],
    },
  };
}
