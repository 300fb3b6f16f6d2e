import type { k8s } from "cdk8s-plus-29";
import { when } from "../../../config/parts";
import type { Platform } from "../../../config/platform";
import { REDIS_BUS_PORT, REDIS_PORT } from "../../../config/reference/redis";
import { DNS_NAMESPACE, DNS_PODS, dnsPorts, podsOfAny, tcp } from "../../network-policy-parts";
import { EXPORTER } from "./exporter-container";
import { clusterLabels, jobLabels, type RedisCluster } from "./redis-cluster";

const HTTPS_PORT = 443;

/**
 * Who reaches a cluster and its jobs, and whom they reach. There is no password on these servers: the documents have none, clients would need it in a Secret that
 * nothing here may hold, and this is the wall instead. The VPC CNI enforces it (`enableNetworkPolicy`).
 */
export function networkPolicies(platform: Platform, cluster: RedisCluster): readonly k8s.KubeNetworkPolicyProps[] {
  const prometheus = when(["addOns.prometheus"], ({ addOns }) => addOns.releases.prometheus.namespace)(platform);
  const servers = { podSelector: { matchLabels: clusterLabels(cluster) } };
  const jobs = (["bootstrap", "backup"] as const).map((job) => ({
    podSelector: { matchLabels: jobLabels(cluster, job) },
  }));
  const toServers = { to: [servers], ports: tcp(REDIS_PORT) };
  return [
    policy(cluster, cluster.name, clusterLabels(cluster), {
      ingress: [
        { from: [servers], ports: tcp(REDIS_PORT, REDIS_BUS_PORT) },
        { from: [podsOfAny(cluster.clients), ...jobs], ports: tcp(REDIS_PORT) },
        ...prometheus.map((namespace) => ({ from: [podsOfAny([namespace])], ports: tcp(EXPORTER.port) })),
      ],
      egress: [{ to: [servers], ports: tcp(REDIS_PORT, REDIS_BUS_PORT) }, DNS],
    }),
    policy(cluster, `${cluster.name}-bootstrap`, jobLabels(cluster, "bootstrap"), {
      egress: [toServers, DNS],
    }),
    policy(cluster, `${cluster.name}-backup`, jobLabels(cluster, "backup"), {
      // Object storage and the exchange of tokens have no addresses that a policy could name; the role is what limits them.
      egress: [toServers, DNS, { ports: tcp(HTTPS_PORT) }],
    }),
  ];
}

function policy(
  cluster: RedisCluster,
  name: string,
  matchLabels: Readonly<Record<string, string>>,
  rules: Pick<k8s.NetworkPolicySpec, "ingress" | "egress">,
): k8s.KubeNetworkPolicyProps {
  return {
    metadata: { name, namespace: cluster.namespace, labels: clusterLabels(cluster) },
    spec: { podSelector: { matchLabels }, policyTypes: ["Ingress", "Egress"], ...rules },
  };
}

/** The cluster's DNS, where names of servers and of AWS are asked for. */
const DNS: k8s.NetworkPolicyEgressRule = {
  to: [{ ...podsOfAny([DNS_NAMESPACE]), ...DNS_PODS }],
  ports: dnsPorts(),
};
