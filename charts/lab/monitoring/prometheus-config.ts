import type { Lab } from "../lab";
import type { Discovery } from "./discovery";
import { EVALUATION_INTERVAL, SCRAPE_INTERVAL } from "./lab-rule";
import { DOCUMENTED_NAMES, PORTS } from "./names";
import { scrapeConfigs } from "./scrape-configs";
import { type LabTime, shortened } from "./shortened";

/** Folder in which the pod of Prometheus has its configuration. */
export const CONFIG_FOLDER = "/etc/prometheus";

/** Folders of the rule files, below {@link CONFIG_FOLDER}. */
export const RULE_FOLDERS = { documented: "rules/documented", objectives: "rules/objectives" } as const;

/**
 * Prometheus' configuration, without its rules. The external label tells the lab's blocks apart in the bucket; without any Thanos refuses to copy
 * them.
 *
 * Source: Prometheus 2.51 documentation, Configuration; Thanos 0.34 documentation, Sidecar (external labels).
 */
export function labPrometheusConfig(lab: Lab, discovery: Discovery, time: LabTime = {}) {
  return {
    global: {
      scrape_interval: shortened(SCRAPE_INTERVAL, time),
      // Shorter than the interval in any lab; the default of 10 s would be longer than a shortened one, which is refused.
      scrape_timeout: shortened("10s", time),
      evaluation_interval: shortened(EVALUATION_INTERVAL, time),
      external_labels: { cluster: lab.cluster.name },
    },
    rule_files: ruleFiles(discovery),
    alerting: { alertmanagers: [{ static_configs: [{ targets: alertmanagers(lab, discovery) }] }] },
    scrape_configs: scrapeConfigs(lab, discovery),
  };
}

function ruleFiles(discovery: Discovery): readonly string[] {
  return discovery.kind === "static"
    ? discovery.ruleFiles
    : Object.values(RULE_FOLDERS).map((folder) => `${CONFIG_FOLDER}/${folder}/*.yaml`);
}

function alertmanagers({ labMonitoring }: Lab, discovery: Discovery): readonly string[] {
  return discovery.kind === "static"
    ? discovery.alertmanagers
    : [`${DOCUMENTED_NAMES.alertmanager}.${labMonitoring.namespace}.svc.cluster.local:${PORTS.alertmanager}`];
}
