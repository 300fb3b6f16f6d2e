import type { System } from "../parts";
import type { Platform } from "../platform";
import { PHASES } from "./karpenter-phase";

/** The part of a platform that says what changes the number of nodes. */
export interface NodeScaling {
  readonly karpenter?: Pick<System<"karpenter">, "nodePools" | "phase"> | undefined;
  readonly clusterAutoscaler?: object | undefined;
}

/** cluster-autoscaler as a stack installs it. */
export interface Autoscaler extends System<"clusterAutoscaler"> {
  /** Its pods: none while Karpenter has taken over and it can still be brought back. */
  readonly replicas: 0 | 1;
}

/** What a stack says of cluster-autoscaler: nothing where it has neither it nor Karpenter, which it is retired by. */
export function autoscalerOf({
  karpenter,
  clusterAutoscaler,
}: Pick<Platform, "karpenter" | "clusterAutoscaler">): Autoscaler | undefined {
  if (karpenter !== undefined) {
    return { ...karpenter.clusterAutoscaler, replicas: PHASES[karpenter.phase].autoscalerReplicas };
  }
  return clusterAutoscaler === undefined ? undefined : { ...clusterAutoscaler, replicas: 1 };
}

/** Karpenter's NodePools by name; none in a stack without Karpenter. */
export function launchedPools({
  karpenter,
}: {
  readonly karpenter?: Pick<System<"karpenter">, "nodePools"> | undefined;
}): System<"karpenter">["nodePools"] {
  return karpenter?.nodePools ?? {};
}

/** Whether cluster-autoscaler resizes the node groups: until Karpenter has taken over, and always where there is no Karpenter to. */
export function groupsGrow({ karpenter, clusterAutoscaler }: NodeScaling): boolean {
  return karpenter === undefined ? clusterAutoscaler !== undefined : PHASES[karpenter.phase].autoscalerReplicas > 0;
}
