import type { k8s } from "cdk8s-plus-29";
import { shortHash } from "../../short-hash";
import type { Lab } from "../lab";
import { clusterReceivers, labAlertmanagerConfig } from "./alertmanager-config";
import { type LabRuleGroup, labRuleFileKey, labRuleFileText } from "./lab-rule";
import { DOCUMENTED_NAMES, monitoringMetadata, RULE_CONFIG_MAPS } from "./names";
import { labPrometheusConfig } from "./prometheus-config";
import { deployedAlerts, printedAlerts } from "./rules/documented-alerts";
import { objectivesGroup } from "./rules/objectives";
import { yamlText } from "./yaml-text";

/** Keys of the two configuration files. */
export const CONFIG_KEYS = { prometheus: "prometheus.yml", alertmanager: "alertmanager.yml" } as const;

/** Annotation that changes with the configuration: neither server reads a changed file by itself, so that the pod is made anew. */
export const CONFIG_ANNOTATION = "checksum/config";

/** The ConfigMaps of Prometheus and Alertmanager; alerts as the document prints them. */
export function configMaps(lab: Lab): readonly k8s.KubeConfigMapProps[] {
  return [
    configMap(lab, DOCUMENTED_NAMES.prometheusConfig, { [CONFIG_KEYS.prometheus]: prometheusText(lab) }),
    configMap(lab, RULE_CONFIG_MAPS.documented, ruleTexts(printedAlerts(lab))),
    configMap(lab, RULE_CONFIG_MAPS.objectives, ruleTexts([objectivesGroup(lab)])),
    configMap(lab, DOCUMENTED_NAMES.alertmanagerConfig, { [CONFIG_KEYS.alertmanager]: alertmanagerText(lab) }),
  ];
}

/** What the pod of Prometheus is started with: the rules as they are deployed, and not as they are printed. */
export function prometheusHash(lab: Lab): string {
  return shortHash([prometheusText(lab), ruleTexts([...deployedAlerts(lab), objectivesGroup(lab)])]);
}

/** What the pod of Alertmanager is started with. */
export function alertmanagerHash(lab: Lab): string {
  return shortHash(alertmanagerText(lab));
}

function prometheusText(lab: Lab): string {
  return yamlText(labPrometheusConfig(lab, { kind: "kubernetes" }));
}

function alertmanagerText(lab: Lab): string {
  return yamlText(labAlertmanagerConfig(lab, clusterReceivers()));
}

function ruleTexts(groups: readonly LabRuleGroup[]): Record<string, string> {
  return Object.fromEntries(groups.map((group) => [labRuleFileKey(group), labRuleFileText(group)]));
}

function configMap(lab: Lab, name: string, data: Record<string, string>): k8s.KubeConfigMapProps {
  return { metadata: monitoringMetadata(lab, name), data };
}
