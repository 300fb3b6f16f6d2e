import type { System } from "../parts";
import type { Platform } from "../platform";
import { SIDECAR_RESOURCES } from "../reference/sidecar";
import { type Amounts, amountsOf, sumOf, times } from "./resource-amounts";

/** The part of a platform that quotas follow from. */
export interface QuotaPlan {
  readonly namespaces: Platform["namespaces"];
  readonly storage: Pick<Platform["storage"], "identities">;
  readonly workloads: System<"workloads">;
}

/** A Deployment of a team, as configured. */
export type TeamDeployment = System<"workloads">["deployments"][string];

/** The teams' Deployments by name; none in a stack without services. */
export function teamDeployments({ workloads }: Pick<Platform, "workloads">): System<"workloads">["deployments"] {
  return workloads?.deployments ?? {};
}

/** What all pods of a namespace together may have. */
export interface ServiceQuota {
  readonly requests: Amounts;
  readonly limits: Amounts;
  readonly pods: number;
  /** Pods of what has a disruption budget, reserved ones included: as many may have its priority. */
  readonly criticalPods: number;
}

/**
 * Share of its pods that a Deployment adds while it is updated, in percent. Source: Kubernetes, Deployment, `maxSurge` (25 % by default, rounded up).
 */
export const SURGE_PERCENT = 25;

/** Runs of the analytics at once: the monthly one begins at the time of a daily one. */
export const ANALYTICS_RUNS = 2;

/** Pods that a Deployment has at its least; none where the stack file says neither number, which a check refuses. */
export function leastPods({ autoscaler, replicas }: TeamDeployment): number {
  return autoscaler?.min ?? replicas ?? 0;
}

/** Pods that a Deployment has at its most, without those of an update. */
export function mostPods({ autoscaler, replicas }: TeamDeployment): number {
  return autoscaler?.max ?? replicas ?? 0;
}

/** Pods that a Deployment has at its most while it is updated. */
export function peakPods(deployment: TeamDeployment): number {
  const most = mostPods(deployment);
  return most + Math.ceil((most * SURGE_PERCENT) / 100);
}

/** Whether a Deployment has a disruption budget. */
export function hasBudget({ maxUnavailable, minAvailable }: TeamDeployment): boolean {
  return maxUnavailable !== undefined || minAvailable !== undefined;
}

/**
 * The quota of each service namespace, by name: every Deployment at its most and in the middle of an update, its sidecars, the analytics runs in their namespace, and the reserve.
 * So an autoscaler never meets the quota before its own maximum; what does is a mistake, or something that the stack file doesn't name.
 */
export function serviceQuotas(plan: QuotaPlan): ReadonlyMap<string, ServiceQuota> {
  return new Map(Object.keys(plan.workloads.reserves).map((namespace) => [namespace, quotaOf(namespace, plan)]));
}

function quotaOf(namespace: string, plan: QuotaPlan): ServiceQuota {
  const { reserves, deployments, analyticsBatch } = plan.workloads;
  const reserve = reserves[namespace];
  if (reserve === undefined) throw new Error(`vantage:workloads.reserves: no namespace ${namespace}`);
  const own = Object.values(deployments).filter((deployment) => deployment.namespace === namespace);
  const runs = plan.storage.identities[analyticsBatch.identity]?.namespace === namespace ? ANALYTICS_RUNS : 0;
  const injected = plan.namespaces[namespace]?.injection === true;
  const total = (kind: "requests" | "limits") =>
    sumOf([
      amountsOf(reserve[kind]),
      times(amountsOf(analyticsBatch[kind]), runs),
      ...own.map((deployment) => times(podAmounts(deployment, kind, injected), peakPods(deployment))),
    ]);
  return {
    requests: total("requests"),
    limits: total("limits"),
    pods: reserve.pods + runs + own.reduce((sum, deployment) => sum + peakPods(deployment), 0),
    criticalPods: own.filter(hasBudget).reduce((sum, deployment) => sum + peakPods(deployment), reserve.criticalPods),
  };
}

/** What a pod of a Deployment asks for or may use, with its sidecar. */
export function podAmounts(deployment: TeamDeployment, kind: "requests" | "limits", injected: boolean): Amounts {
  return sumOf([amountsOf(deployment[kind]), ...(injected ? [amountsOf(SIDECAR_RESOURCES[kind])] : [])]);
}
