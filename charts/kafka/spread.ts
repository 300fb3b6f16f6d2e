import { POOL_LABEL } from "../../config/reference/node-labels";

/** Zone and host of a node. Source: Kubernetes, well-known labels. */
const ZONE = "topology.kubernetes.io/zone";
const HOST = "kubernetes.io/hostname";

/** Label that tells the pods of two revisions of a Deployment apart. Source: Kubernetes, Deployment controller. */
const REVISION_LABEL = "pod-template-hash";

/** A constraint as both Kubernetes and Strimzi write it. */
export interface SpreadConstraint {
  readonly maxSkew: number;
  readonly topologyKey: string;
  readonly whenUnsatisfiable: "DoNotSchedule" | "ScheduleAnyway";
  readonly labelSelector: { readonly matchLabels: { [key: string]: string } };
  readonly matchLabelKeys?: string[];
}

/**
 * Spreads pods evenly over the zones, strictly, and over nodes where that is possible: the loss of a zone takes no more than its share, and a full
 * node keeps no pod waiting.
 *
 * @param labels what all of the pods have, and no other pod
 * @param revisions whether the pods are a Deployment's: those of an update are then spread by themselves, not beside the ones they replace
 */
export function spreadOverZones(labels: Readonly<Record<string, string>>, revisions: boolean): SpreadConstraint[] {
  const constraint = (topologyKey: string, whenUnsatisfiable: SpreadConstraint["whenUnsatisfiable"]) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable,
    labelSelector: { matchLabels: { ...labels } },
    ...(revisions ? { matchLabelKeys: [REVISION_LABEL] } : {}),
  });
  return [constraint(ZONE, "DoNotSchedule"), constraint(HOST, "ScheduleAnyway")];
}

/** Keeps pods on the nodes of one pool, whoever launched them. */
export function onNodePool(pool: string) {
  return {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: POOL_LABEL, operator: "In", values: [pool] }] }],
      },
    },
  };
}
