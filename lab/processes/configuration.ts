import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Lab } from "../../charts/lab/lab";
import { type LabReceivers, labAlertmanagerConfig } from "../../charts/lab/monitoring/alertmanager-config";
import { CONFIG_KEYS } from "../../charts/lab/monitoring/config-maps";
import type { Discovery } from "../../charts/lab/monitoring/discovery";
import { labRuleFileKey, labRuleFileText } from "../../charts/lab/monitoring/lab-rule";
import { labPrometheusConfig } from "../../charts/lab/monitoring/prometheus-config";
import { labRuleGroups } from "../../charts/lab/monitoring/rules/rule-groups";
import { yamlText } from "../../charts/lab/monitoring/yaml-text";
import { LAB_TIME } from "../lab-time";

/** Where the processes are, in place of what discovery finds in a cluster. */
export type Places = Pick<Extract<Discovery, { kind: "static" }>, "targets" | "alertmanagers">;

/** Folder of the rule files, below that of the run. */
const RULE_FOLDER = "rules";

/** Writes the configuration of both servers as the charts render it, but for time, addresses and receivers. The rules are {@link writeRules}'. */
export function writeConfiguration(lab: Lab, folder: string, places: Places, receivers: LabReceivers): void {
  const ruleFolder = join(folder, RULE_FOLDER);
  mkdirSync(ruleFolder, { recursive: true });
  const discovery: Discovery = { kind: "static", ...places, ruleFiles: [join(ruleFolder, "*.yaml")] };
  const write = (key: string, content: unknown) => writeFileSync(join(folder, key), yamlText(content));
  write(CONFIG_KEYS.prometheus, labPrometheusConfig(lab, discovery, LAB_TIME));
  write(CONFIG_KEYS.alertmanager, labAlertmanagerConfig(lab, receivers, LAB_TIME));
}

/**
 * Writes the rules as they are deployed, with shortened windows.
 *
 * @returns how many rules there are
 */
export function writeRules(lab: Lab, folder: string): number {
  const groups = labRuleGroups(lab, LAB_TIME);
  for (const group of groups) writeFileSync(join(folder, RULE_FOLDER, labRuleFileKey(group)), labRuleFileText(group));
  return groups.reduce((sum, { rules }) => sum + rules.length, 0);
}

/** Flags of a process of the backend: as in its container, but for the address. Source: stefanprodan/podinfo, cmd/podinfo (flags). */
export function backendFlags(host: string, port: number): readonly string[] {
  return [`--host=${host}`, `--port=${port}`, "--level=warn"];
}

/** Flags of Prometheus. Source: Prometheus 2.51 documentation, prometheus command line. */
export function prometheusFlags(folder: string, address: string): readonly string[] {
  return [
    `--config.file=${join(folder, CONFIG_KEYS.prometheus)}`,
    `--storage.tsdb.path=${join(folder, "prometheus")}`,
    `--web.listen-address=${address}`,
    "--log.level=warn",
  ];
}

/** Flags of Alertmanager: alone, without looking for others of a cluster. Source: Alertmanager 0.30 documentation, High availability. */
export function alertmanagerFlags(folder: string, address: string): readonly string[] {
  return [
    `--config.file=${join(folder, CONFIG_KEYS.alertmanager)}`,
    `--storage.path=${join(folder, "alertmanager")}`,
    `--web.listen-address=${address}`,
    "--cluster.listen-address=",
    "--log.level=warn",
  ];
}
