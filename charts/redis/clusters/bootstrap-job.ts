import { k8s } from "cdk8s-plus-29";
import { bootstrapScript, slotRanges } from "./bootstrap-script";
import { addresses, clusterLabels, jobLabels, type RedisCluster } from "./redis-cluster";
import { restrictedContainer, restrictedPod } from "./restricted";
import { startupSeconds } from "./server-container";
import { shortHash } from "./short-hash";
import { WITHOUT_SIDECAR } from "./sidecar";

/** How often a failed run is tried again. */
const RETRIES = 3;

/**
 * The job that makes six servers a cluster; it does nothing where they are one. See {@link bootstrapScript}.
 *
 * The name ends in a hash of the pod, which Kubernetes doesn't let change: another script or image is another job, and the same one, applied again, is no change. It isn't
 * removed when done: the next apply would create it anew.
 */
export function bootstrapJob(cluster: RedisCluster): k8s.KubeJobProps {
  const template = bootstrapPod(cluster);
  const name = `${cluster.name}-bootstrap-${shortHash(template)}`;
  return {
    metadata: { name, namespace: cluster.namespace, labels: clusterLabels(cluster) },
    spec: { backoffLimit: RETRIES, template },
  };
}

function bootstrapPod(cluster: RedisCluster): k8s.PodTemplateSpec {
  return {
    metadata: { labels: { ...jobLabels(cluster, "bootstrap"), ...WITHOUT_SIDECAR } },
    spec: {
      restartPolicy: "Never",
      serviceAccountName: cluster.name,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
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
            // Nodes may have to be launched first, and servers to load.
            { name: "TIMEOUT_SECONDS", value: `${startupSeconds(cluster) + 600}` },
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
