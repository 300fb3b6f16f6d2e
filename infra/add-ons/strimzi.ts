import { awayFromDataNodes } from "./placement";
import { containerResources } from "./resources";
import type { ValuesContext } from "./values";

/**
 * Time between reconciliations of everything, in milliseconds: 48 a day, as documented; changes of a resource are seen at once all the same.
 *
 * Source: document 002 (48 reconciliations in 24 h); compatibility page, S18.
 */
export const FULL_RECONCILIATION_INTERVAL_MS = 1_800_000;

/**
 * Values of chart strimzi-kafka-operator: it watches its own namespace, which is what an empty list means.
 *
 * Its memory is documented at 420 MiB peak; the chart's limit of 384Mi would kill it. Feature gates stay empty: those of the documented set-up are
 * on for good in 0.42, and naming one stops the operator.
 *
 * Source: strimzi-kafka-operator 0.42.0, Helm chart values; compatibility page, S5, S17, S18.
 */
export function strimziValues({ platform }: ValuesContext) {
  return {
    watchNamespaces: [],
    watchAnyNamespace: false,
    featureGates: "",
    fullReconciliationIntervalMs: FULL_RECONCILIATION_INTERVAL_MS,
    affinity: awayFromDataNodes(platform),
    resources: containerResources("200m", "384Mi", "512Mi"),
  };
}
