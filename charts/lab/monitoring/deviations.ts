import type { CheckName } from "../../checks/all";
import type { Deviation } from "../../ledger";
import type { Lab } from "../lab";
import { BLOCK_STORAGE } from "./block-storage";
import { type LabRuleGroup, labRuleFileKey, labRuleFileText } from "./lab-rule";
import { DOCUMENTED_NAMES, monitoringMetadata, RULE_CONFIG_MAPS } from "./names";
import { deployedAlerts, printedAlerts } from "./rules/documented-alerts";

/** What the documented alerts and the documented storage need before they do what they say. */
export function labMonitoringDeviations(lab: Lab): readonly Deviation<CheckName>[] {
  return [
    {
      id: "M2",
      ...replaced(lab, "high-error-rate"),
      reason:
        "Each series with errors is divided by itself: a single error is 100 % of them, and the alert fires on a healthy service.",
      source: "document 003, section 6 (Alert Configuration Examples); compatibility page, M2",
      without: { by: "check", check: "rule-shares", answer: "divides http_requests_total by itself" },
    },
    {
      id: "M4",
      ...replaced(lab, "high-cpu-usage"),
      reason:
        "0.8 is a number of cores and is told as 80 %: a pod that is limited to half a core never gets there, one that may use four does at a fifth. It links to no runbook.",
      source: "document 003, section 6 (Alert Configuration Examples); compatibility page, M4",
      without: { by: "check", check: "rule-percentages", answer: "is told as a percentage and divides by nothing" },
    },
    {
      id: "M3",
      ...replaced(lab, "high-memory-usage"),
      reason:
        "A container without a limit reports 0, and what is divided by that is above every threshold; the file cache that the metric counts fills any limit. It links to no runbook.",
      source: "document 003, section 6 (Alert Configuration Examples); compatibility page, M3",
      without: { by: "check", check: "rule-divisors", answer: "divides by container_spec_memory_limit_bytes" },
    },
    {
      id: "M5",
      object: BLOCK_STORAGE,
      path: ["metadata", "namespace"],
      deployed: lab.labMonitoring.namespace,
      reason: "The printed ConfigMap has no namespace, and pods read those of their own alone.",
      source: "document 003, section 2 (Prometheus Data Backup); compatibility page, M5",
      without: {
        by: "check",
        check: "pod-references",
        answer: `there is no ConfigMap ${DOCUMENTED_NAMES.blockStorage} in ${lab.labMonitoring.namespace}`,
      },
    },
  ];
}

function replaced(lab: Lab, file: string) {
  const documented = groupOf(printedAlerts(lab), file);
  const deployed = groupOf(deployedAlerts(lab), file);
  return {
    object: { group: "", kind: "ConfigMap", ...monitoringMetadata(lab, RULE_CONFIG_MAPS.documented) },
    path: ["data", labRuleFileKey(documented)],
    documented: labRuleFileText(documented),
    deployed: labRuleFileText(deployed),
  };
}

function groupOf(groups: readonly LabRuleGroup[], file: string): LabRuleGroup {
  const found = groups.find((group) => group.file === file);
  if (found === undefined) throw new Error(`no rule file ${file}`);
  return found;
}
