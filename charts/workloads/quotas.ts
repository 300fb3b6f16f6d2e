import { k8s } from "cdk8s-plus-29";
import { type Amounts, cpuText, memoryText } from "../../config/derived/resource-amounts";
import type { ServiceQuota } from "../../config/derived/service-quotas";
import type { System } from "../../config/parts";
import { CRITICAL_CLASS, PLATFORM_CLASSES, SYSTEM_CLASSES } from "../../config/reference/priority-classes";

/** Name of the quota over all pods of a namespace, and of its limit range. */
export const SERVICE_QUOTA = "services";

/** Name of the quota that keeps classes away from a namespace. */
export const FOREIGN_CLASSES = "foreign-priorities";

const { fromString, fromNumber } = k8s.Quantity;

/**
 * The quotas of a service namespace: over all its pods; over those of the critical class, where something has a budget; and none at all for the classes that aren't its
 * own, Kubernetes' included. Without the last, whoever may create a pod could have one that evicts Redis.
 *
 * Lowering a quota stops new pods and removes none.
 *
 * Source: document 000, section 4 (Cluster Requests, Limits); Kubernetes, Resource Quotas (per PriorityClass).
 */
export function resourceQuotas(namespace: string, quota: ServiceQuota): readonly k8s.KubeResourceQuotaProps[] {
  const critical = quota.criticalPods > 0;
  return [
    {
      metadata: { name: SERVICE_QUOTA, namespace },
      spec: { hard: { ...compute(quota), pods: fromNumber(quota.pods) } },
    },
    ...(critical ? [ofClasses(CRITICAL_CLASS, namespace, [CRITICAL_CLASS], quota.criticalPods)] : []),
    ofClasses(
      FOREIGN_CLASSES,
      namespace,
      [...SYSTEM_CLASSES, ...PLATFORM_CLASSES, ...(critical ? [] : [CRITICAL_CLASS])],
      0,
    ),
  ];
}

function compute({ requests, limits }: ServiceQuota): Record<string, k8s.Quantity> {
  const entries = (kind: string, { cpuMilli, memoryBytes }: Amounts): [string, k8s.Quantity][] => [
    [`${kind}.cpu`, fromString(cpuText(cpuMilli))],
    [`${kind}.memory`, fromString(memoryText(memoryBytes))],
  ];
  return Object.fromEntries([...entries("requests", requests), ...entries("limits", limits)]);
}

/** How many pods of these classes a namespace may have. */
function ofClasses(
  name: string,
  namespace: string,
  classes: readonly string[],
  pods: number,
): k8s.KubeResourceQuotaProps {
  return {
    metadata: { name, namespace },
    spec: {
      hard: { pods: fromNumber(pods) },
      scopeSelector: { matchExpressions: [{ scopeName: "PriorityClass", operator: "In", values: [...classes] }] },
    },
  };
}

/**
 * What a container of a service namespace gets that states nothing, and the most it may state. A quota refuses pods that state nothing: without the range a Deployment
 * without resources would have no pods.
 *
 * The two halves are filled in one by one: a container that states a request above the default limit, and no limit, is refused (422, "must be less than or equal to"). It has to state both.
 *
 * Source: document 002, section 12 (max 16 GiB); Kubernetes, Limit Ranges.
 */
export function limitRange(namespace: string, { containers }: System<"workloads">): k8s.KubeLimitRangeProps {
  const { requests, limits, max } = containers;
  return {
    metadata: { name: SERVICE_QUOTA, namespace },
    spec: {
      limits: [
        { type: "Container", defaultRequest: quantities(requests), default: quantities(limits), max: quantities(max) },
      ],
    },
  };
}

function quantities({ cpu, memory }: System<"workloads">["containers"]["max"]): Record<string, k8s.Quantity> {
  return { cpu: fromString(cpu.toString()), memory: fromString(memory.toString()) };
}
