import type { Manifest } from "./kubernetes-object";

/** Kinds without pods of their own: what pods need to start, and what speaks about them. They are there at once. */
const PASSIVE_KINDS: ReadonlySet<string> = new Set([
  "Certificate",
  "ClusterRole",
  "ClusterRoleBinding",
  "ConfigMap",
  "Issuer",
  "LimitRange",
  "Namespace",
  "NetworkPolicy",
  "PeerAuthentication",
  "PodDisruptionBudget",
  "PriorityClass",
  "ResourceQuota",
  "Role",
  "RoleBinding",
  "Secret",
  "Service",
  "ServiceAccount",
]);

/** Kinds that work on what others run. */
const LAST_KINDS: ReadonlySet<string> = new Set(["CronJob", "Job", "KafkaConnector"]);

/**
 * Step in which an object of a chart is applied: 0 what pods need, 1 what runs pods or has an operator run them, 2 what works on those. Each
 * step waits for the one before, and goes before it when the chart is destroyed.
 */
export function applyStep({ kind }: Pick<Manifest, "kind">): 0 | 1 | 2 {
  if (PASSIVE_KINDS.has(kind)) return 0;
  return LAST_KINDS.has(kind) ? 2 : 1;
}

/** Kinds that hold data, or whose end ends data: Strimzi deletes a topic with its resource, Kubernetes everything in a namespace. */
const DATA_KINDS: ReadonlySet<string> = new Set(["Kafka", "KafkaNodePool", "KafkaTopic", "Namespace"]);

/** Whether an object holds data: kinds that do, and StatefulSets that claim volumes. */
export function holdsData(manifest: Manifest): boolean {
  const { kind, spec } = manifest as Manifest & {
    readonly spec?: { readonly volumeClaimTemplates?: readonly unknown[] };
  };
  return DATA_KINDS.has(kind) || (kind === "StatefulSet" && (spec?.volumeClaimTemplates ?? []).length > 0);
}
