import { k8s } from "cdk8s-plus-29";
import { REDIS_BUS_PORT, REDIS_PORT } from "../../../config/reference/redis";
import { clusterLabels, headlessName, type RedisCluster } from "./redis-cluster";

const PORT = { name: "redis", port: REDIS_PORT, targetPort: k8s.IntOrString.fromString("redis") };
const BUS = { name: "bus", port: REDIS_BUS_PORT, targetPort: k8s.IntOrString.fromString("bus") };

/** Names of the single servers, known before they are ready: they become so by finding each other. */
export function headlessService(cluster: RedisCluster): k8s.KubeServiceProps {
  return {
    metadata: { name: headlessName(cluster), namespace: cluster.namespace, labels: clusterLabels(cluster) },
    spec: {
      clusterIp: "None",
      publishNotReadyAddresses: true,
      selector: clusterLabels(cluster),
      ports: [PORT, BUS],
    },
  };
}

/** Where clients begin: any server that is ready tells them the address of each shard. */
export function clientService(cluster: RedisCluster): k8s.KubeServiceProps {
  return {
    metadata: { name: cluster.name, namespace: cluster.namespace, labels: clusterLabels(cluster) },
    spec: { type: "ClusterIP", selector: clusterLabels(cluster), ports: [PORT] },
  };
}
