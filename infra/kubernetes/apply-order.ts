import { POD_NAME_LABEL } from "../../config/reference/pod-labels";
import type { Manifest } from "./kubernetes-object";

/** Kinds that are there at once: what pods need to start, and what speaks about them. */
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
  "ServiceAccount",
]);

/** Kinds that work on what others run. */
const LAST_KINDS: ReadonlySet<string> = new Set(["CronJob", "Job", "KafkaConnector"]);

/**
 * The steps in which the objects of a chart are applied: 0 what pods need, 1 what runs pods or has an operator run them, 2 pods that stay away from
 * certain ones of those, 3 what works on all of them. Each step waits for the one before, and goes before it when the chart is destroyed.
 */
export const APPLY_STEPS = [0, 1, 2, 3] as const;

/**
 * Step in which an object of a chart is applied, of {@link APPLY_STEPS}.
 *
 * A Service comes with the pods that it selects: Pulumi waits until it has some. One without an address of its own has nothing to wait for,
 * and pods need it for their names.
 *
 * Source: Pulumi Kubernetes, core/v1 Service ("waits until its status is ready").
 */
export function applyStep(manifest: { readonly kind: string; readonly spec?: unknown }): (typeof APPLY_STEPS)[number] {
  const { kind, spec } = manifest as { readonly kind: string; readonly spec?: { readonly clusterIP?: string } };
  if (PASSIVE_KINDS.has(kind) || (kind === "Service" && spec?.clusterIP === "None")) return 0;
  if (LAST_KINDS.has(kind)) return 3;
  return keepsAway(spec) ? 2 : 1;
}

/**
 * Whether pods keep away from one that they name. That works both ways: were they placed first, the other could find the zones that are left to be theirs, and volumes
 * would keep them there.
 *
 * Source: Kubernetes, "Assigning Pods to Nodes" (anti-affinity is symmetric).
 */
function keepsAway(spec: unknown): boolean {
  const { template } = (spec ?? {}) as { readonly template?: { readonly spec?: PodPlacement } };
  const terms = template?.spec?.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  return terms.some(({ labelSelector }) => POD_NAME_LABEL in (labelSelector?.matchLabels ?? {}));
}

/** What of a pod says whom it stays away from. */
interface PodPlacement {
  readonly affinity?: {
    readonly podAntiAffinity?: {
      readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly {
        readonly labelSelector?: { readonly matchLabels?: Readonly<Record<string, string>> };
      }[];
    };
  };
}

/** Kinds that hold data, or whose end ends data: Strimzi deletes a topic with its resource, Kubernetes everything in a namespace. */
const DATA_KINDS: ReadonlySet<string> = new Set([
  "PersistentVolumeClaim",
  "Kafka",
  "KafkaNodePool",
  "KafkaTopic",
  "Namespace",
]);

/** Whether an object holds data: kinds that do, and StatefulSets that claim volumes. */
export function holdsData(manifest: Manifest): boolean {
  const { kind, spec } = manifest as Manifest & {
    readonly spec?: { readonly volumeClaimTemplates?: readonly unknown[] };
  };
  return DATA_KINDS.has(kind) || (kind === "StatefulSet" && (spec?.volumeClaimTemplates ?? []).length > 0);
}
