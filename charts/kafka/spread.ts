import { HOST_LABEL, POOL_LABEL, ZONE_LABEL } from "../../config/reference/node-labels";

/**
 * A constraint as both Kubernetes and Strimzi write it, of fields that Karpenter 0.37 knows. It ignores `matchLabelKeys`, `nodeAffinityPolicy` and
 * `nodeTaintsPolicy`: it would launch a node in a zone where the scheduler then refuses the pod, and again.
 *
 * Source: karpenter 0.37.0, topology.go (newForTopologies); kubernetes-sigs/karpenter issues 430 and 1569.
 */
export interface SpreadConstraint {
  readonly maxSkew: number;
  readonly topologyKey: string;
  readonly whenUnsatisfiable: "DoNotSchedule" | "ScheduleAnyway";
  readonly labelSelector: { readonly matchLabels: { [key: string]: string } };
}

/**
 * Spreads pods evenly over the zones, strictly, and over nodes where that is possible: the loss of a zone takes no more than its share, and a full
 * node keeps no pod waiting. An update that takes a pod away before it adds one keeps the spread: the new one's place is where the old one was.
 *
 * @param labels what all of the pods have, and no other pod
 */
export function spreadOverZones(labels: Readonly<Record<string, string>>): SpreadConstraint[] {
  const constraint = (topologyKey: string, whenUnsatisfiable: SpreadConstraint["whenUnsatisfiable"]) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable,
    labelSelector: { matchLabels: { ...labels } },
  });
  return [constraint(ZONE_LABEL, "DoNotSchedule"), constraint(HOST_LABEL, "ScheduleAnyway")];
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
