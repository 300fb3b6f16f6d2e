/** A class of pods that the scheduler tells apart. */
export interface PriorityClassFacts {
  /** Higher is placed first and evicted last. Kubernetes keeps values above one billion for itself. */
  readonly value: number;
  /** Whether a waiting pod of the class may take the place of a running one of lower priority. */
  readonly preempts: boolean;
  /** What belongs to it. */
  readonly description: string;
}

/**
 * The classes, from what everything depends on down to what nothing waits for. They give the part of the documented order that a priority can: what has a disruption budget is
 * placed before what has none, and what services depend on before the services; a kubelet short of memory evicts in the opposite order.
 *
 * They don't give the order of a drain, which asks for all evictions at once and is held back by budgets alone, nor any preference of zone or node pool, which
 * pods state for themselves.
 *
 * None is the default of pods that name none: those keep priority 0, between `standard-service` and `batch`, so that add-ons are never evicted for
 * the sake of work that can be repeated. `batch` is at -10, the lowest for which cluster-autoscaler still launches nodes.
 *
 * Source: document 000, section 1 (Eviction Order) and section 7, step 2; Kubernetes, Pod Priority and Preemption, Node-pressure Eviction; cluster-autoscaler 1.28,
 * `--expendable-pods-priority-cutoff` (-10).
 */
export const PRIORITY_CLASSES = {
  "platform-data": {
    value: 1_000_000,
    preempts: true,
    description: "Data stores that services depend on: Redis, Kafka and the schema registry.",
  },
  "platform-service": {
    value: 900_000,
    preempts: true,
    description: "What runs the platform: operators, connectors, agents on every node.",
  },
  "critical-service": {
    value: 500_000,
    preempts: true,
    description: "Services with a disruption budget.",
  },
  "standard-service": {
    value: 100_000,
    preempts: true,
    description: "Services without a disruption budget.",
  },
  batch: {
    value: -10,
    preempts: false,
    description: "Work that can wait or be repeated: batch runs, analytics, what runs on spot nodes.",
  },
} as const satisfies Readonly<Record<string, PriorityClassFacts>>;

/** Name of a priority class of the platform. */
export type PriorityClassName = keyof typeof PRIORITY_CLASSES;

/** Classes that pods of service namespaces never have. */
export const PLATFORM_CLASSES = ["platform-data", "platform-service"] as const satisfies readonly PriorityClassName[];

/** Class of the data stores' pods. */
export const DATA_CLASS = "platform-data" as const satisfies PriorityClassName;

/** Class of the pods that run the platform. */
export const SERVICE_CLASS = "platform-service" as const satisfies PriorityClassName;

/**
 * Kubernetes' own classes, above all others. The API server admits them in any namespace, and a pod that has one may take the place of any of the platform's.
 *
 * Source: Kubernetes 1.29, pkg/apis/scheduling (SystemPriorityClasses); Resource Quotas, Limit Priority Class consumption by default.
 */
export const SYSTEM_CLASSES = ["system-node-critical", "system-cluster-critical"] as const;

/** Class of what has a disruption budget, and of nothing else. */
export const CRITICAL_CLASS = "critical-service" as const satisfies PriorityClassName;
