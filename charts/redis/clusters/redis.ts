import type { Chart } from "cdk8s";
import { k8s } from "cdk8s-plus-29";
import type { PlatformWith } from "../../../config/parts";
import { systemChart } from "../../system-chart";
import { backupAccount, backupCronJob } from "./backup";
import { bootstrapJob } from "./bootstrap-job";
import { networkPolicies } from "./network-policies";
import { clusterLabels, type RedisCluster, redisClusters, serverGroups, setName } from "./redis-cluster";
import { redisConf } from "./redis-conf";
import { readyScript, startedScript, stopScript } from "./server-scripts";
import { serverSet } from "./server-set";
import { clientService, headlessService } from "./services";

/**
 * The Redis clusters. No object of theirs is printed in the documents, and no public definition fits the documented operator, so they are StatefulSets with what
 * the operator would make for them.
 *
 * Source: document 000, sections 2, 6, 8 and 11; document 001, sections 2, 7 and 8; compatibility page, section 4.
 */
export const REDIS = systemChart({
  name: "redis",
  folder: "charts/redis/clusters",
  appliedBy: "pulumi",
  needs: ["redis"],
  build: (chart, platform) => {
    new k8s.KubeServiceAccount(chart, "backup", backupAccount(platform));
    for (const cluster of redisClusters(platform)) buildCluster(chart, platform, cluster);
  },
});

function buildCluster(chart: Chart, platform: PlatformWith<"redis">, cluster: RedisCluster): void {
  const id = (name: string) => `${cluster.name}-${name}`;
  for (const policy of networkPolicies(platform, cluster)) {
    new k8s.KubeNetworkPolicy(chart, `network-policy-${policy.metadata?.name}`, policy);
  }
  new k8s.KubeServiceAccount(chart, id("account"), serverAccount(cluster));
  new k8s.KubeConfigMap(chart, id("config"), configMap(cluster));
  new k8s.KubeService(chart, id("headless"), headlessService(cluster));
  new k8s.KubeService(chart, id("client"), clientService(cluster));
  new k8s.KubePodDisruptionBudget(chart, id("disruption-budget"), disruptionBudget(cluster));
  for (const group of serverGroups(cluster)) {
    new k8s.KubeStatefulSet(chart, `servers-${setName(cluster, group)}`, serverSet(platform, cluster, group));
  }
  new k8s.KubeJob(chart, id("bootstrap"), bootstrapJob(platform, cluster));
  new k8s.KubeCronJob(chart, id("backup"), backupCronJob(platform, cluster));
}

/** The service account of servers and bootstrap: one that may do nothing, whatever somebody grants to the namespace's default one. */
function serverAccount(cluster: RedisCluster): k8s.KubeServiceAccountProps {
  return {
    metadata: { name: cluster.name, namespace: cluster.namespace, labels: clusterLabels(cluster) },
    automountServiceAccountToken: false,
  };
}

/** Configuration and scripts of every server of a cluster. */
function configMap(cluster: RedisCluster): k8s.KubeConfigMapProps {
  return {
    metadata: { name: cluster.name, namespace: cluster.namespace, labels: clusterLabels(cluster) },
    data: {
      "redis.conf": redisConf(cluster),
      "started.sh": startedScript(),
      "ready.sh": readyScript(),
      "stop.sh": stopScript(),
    },
  };
}

/** One server of a cluster at a time, over all StatefulSets: two could be the two of one shard. */
function disruptionBudget(cluster: RedisCluster): k8s.KubePodDisruptionBudgetProps {
  return {
    metadata: { name: cluster.name, namespace: cluster.namespace, labels: clusterLabels(cluster) },
    spec: { maxUnavailable: k8s.IntOrString.fromNumber(1), selector: { matchLabels: clusterLabels(cluster) } },
  };
}
