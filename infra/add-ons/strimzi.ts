import { awayFromDataNodes } from "./placement";
import { containerResources } from "./resources";
import type { ValuesContext } from "./values";

/**
 * Time between reconciliations of everything, in milliseconds: the operator's own default, two minutes. Changes of a resource are seen at once; everything else
 * waits for it: restarts of failed connectors above all, which are due after 2, 6, 12 minutes and could come every half an hour only. The 48 reconciliations of
 * document 002, section 10, are what was counted on a day, not a setting.
 *
 * Source: strimzi-kafka-operator 0.42.0, ClusterOperatorConfig (STRIMZI_FULL_RECONCILIATION_INTERVAL_MS), AbstractConnectOperator (autoRestart).
 */
export const FULL_RECONCILIATION_INTERVAL_MS = 120_000;

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
