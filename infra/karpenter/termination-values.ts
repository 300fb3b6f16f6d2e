import type { PlatformWith } from "../../config/parts";
import type { NodePool } from "../../config/platform";
import { SPOT_NODE_LABEL } from "../../config/reference/node-labels";
import {
  NODE_GRACE_SECONDS,
  POD_GRACE_SECONDS,
  TERMINATION_HANDLER_NAME,
} from "../../config/reference/termination-handler";

/** A toleration of one taint. */
interface Toleration {
  readonly key: string;
  readonly operator: "Equal";
  readonly value: string;
  readonly effect: string;
}

/** The values of chart aws-node-termination-handler that this stack sets. Source: aws/aws-node-termination-handler v1.22.0, config/helm. */
export interface TerminationHandlerValues {
  readonly fullnameOverride: string;
  readonly image: { readonly tag: string };
  readonly targetNodeOs: "linux";
  readonly enableSqsTerminationDraining: false;
  readonly enableSpotInterruptionDraining: true;
  readonly enableScheduledEventDraining: boolean;
  readonly enableRebalanceMonitoring: boolean;
  readonly enableRebalanceDraining: boolean;
  readonly taintNode: true;
  readonly emitKubernetesEvents: true;
  readonly podTerminationGracePeriod: number;
  readonly nodeTerminationGracePeriod: number;
  readonly webhookURL: "";
  readonly enablePrometheusServer: true;
  readonly daemonsetNodeSelector: Readonly<Record<string, string>>;
  readonly daemonsetTolerations: readonly Toleration[];
}

/**
 * Values of the termination handler's chart: a DaemonSet on the spot nodes of static node groups that asks the instance's own metadata service.
 * Nodes that Karpenter launches don't carry the label; their warnings come through the interruption queue.
 *
 * Only notices end a node. A rebalance recommendation is ignored: it often comes hours before an interruption or without one.
 *
 * Source: document 000, section 7 (SPOT-003).
 */
export function terminationHandlerValues(platform: PlatformWith<"karpenter">): TerminationHandlerValues {
  return {
    fullnameOverride: TERMINATION_HANDLER_NAME,
    image: { tag: `v${platform.karpenter.terminationHandler.version}` },
    targetNodeOs: "linux",
    enableSqsTerminationDraining: false,
    enableSpotInterruptionDraining: true,
    enableScheduledEventDraining: true,
    enableRebalanceMonitoring: false,
    enableRebalanceDraining: false,
    taintNode: true,
    emitKubernetesEvents: true,
    podTerminationGracePeriod: POD_GRACE_SECONDS,
    nodeTerminationGracePeriod: NODE_GRACE_SECONDS,
    webhookURL: "",
    enablePrometheusServer: true,
    daemonsetNodeSelector: SPOT_NODE_LABEL,
    daemonsetTolerations: spotTolerations(platform.nodePools),
  };
}

/**
 * Tolerations of every taint that a spot pool has, and of no other: with the chart's own "tolerate everything" the handler would also run on
 * nodes that a taint reserves for something else.
 *
 * @throws {Error} when a spot pool lacks the label by which the handler finds its nodes: their interruptions would go unnoticed.
 */
export function spotTolerations(
  pools: Readonly<Record<string, Pick<NodePool, "capacity" | "labels" | "taints">>>,
): readonly Toleration[] {
  const taints = Object.entries(pools)
    .filter(([, pool]) => pool.capacity === "spot")
    .flatMap(([name, pool]) => {
      for (const [key, value] of Object.entries(SPOT_NODE_LABEL)) {
        if (pool.labels[key] !== value) {
          throw new Error(
            `vantage:nodePools.${name}.labels: a spot pool without the label ${key}: ${value} gets no termination handler. ` +
              `Add ${key}: ${value} to its labels.`,
          );
        }
      }
      return pool.taints;
    });
  const byTaint = new Map(taints.map((taint) => [`${taint.key}=${taint.value}:${taint.effect}`, taint]));
  return [...byTaint.values()].map(({ key, value, effect }) => ({ key, operator: "Equal", value, effect }));
}
