import { k8s } from "cdk8s-plus-29";
import { hasBudget, type TeamDeployment } from "../../config/derived/service-quotas";

/**
 * The autoscaler of a team's Deployment, where it has one. Whoever applies the Deployment leaves `replicas` out: each apply would undo what the autoscaler did.
 *
 * The documents show no `behavior`, so Kubernetes' own holds: up at once, by no more than double or four pods in 15 s; down after five minutes of less use.
 *
 * Source: document 000, section 1 (HorizontalPodAutoscalers); Kubernetes, Horizontal Pod Autoscaling, Default Behavior.
 */
export function autoscaler(
  name: string,
  { namespace, autoscaler: bounds }: TeamDeployment,
): readonly k8s.KubeHorizontalPodAutoscalerV2Props[] {
  if (bounds === undefined) return [];
  const { min, max, cpuPercent } = bounds;
  return [
    {
      metadata: { name, namespace },
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name },
        minReplicas: min,
        maxReplicas: max,
        metrics: [
          {
            type: "Resource",
            resource: { name: "cpu", target: { type: "Utilization", averageUtilization: cpuPercent } },
          },
        ],
      },
    },
  ];
}

/**
 * The disruption budget of a team's Deployment, where it has one. A pod that isn't ready counts as gone; one that runs without ever having been ready may be evicted
 * all the same, or a Deployment that never starts would keep its nodes from being drained.
 *
 * Source: document 000, section 1 (PodDisruptionBudgets Consulted); Kubernetes, Unhealthy Pod Eviction Policy.
 */
export function disruptionBudget(
  name: string,
  deployment: TeamDeployment,
): readonly k8s.KubePodDisruptionBudgetProps[] {
  const { namespace, labels, maxUnavailable, minAvailable } = deployment;
  if (!hasBudget(deployment)) return [];
  const number = k8s.IntOrString.fromNumber;
  return [
    {
      metadata: { name, namespace },
      spec: {
        ...(maxUnavailable === undefined ? {} : { maxUnavailable: number(maxUnavailable) }),
        ...(minAvailable === undefined ? {} : { minAvailable: number(minAvailable) }),
        selector: { matchLabels: { ...labels } },
        unhealthyPodEvictionPolicy: "AlwaysAllow",
      },
    },
  ];
}
