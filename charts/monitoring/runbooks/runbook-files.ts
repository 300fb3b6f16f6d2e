import { has } from "../../../config/parts";
import type { Platform } from "../../../config/platform";
import { type AlertRule, runbookUrl } from "../rule";
import { ruleFiles } from "../rule-files";
import { RUNBOOKS, type Runbook } from "../runbooks";
import { table } from "./markdown";
import { RUNBOOK_VALUES, type RunbookValues } from "./runbook-values";
import { template } from "./template";

/**
 * Every runbook that an alert of the stack links to: its text by the name of its file. The words are in `templates/`; every number and name in them comes from
 * where the manifests have it, so that the two can't differ.
 *
 * @throws {Error} when a template and its values don't fit each other: an error of ours
 */
export function runbookFiles(platform: Platform): ReadonlyMap<string, string> {
  const ids = Object.keys(RUNBOOKS) as Runbook[];
  return new Map(
    ids.flatMap((id) =>
      RUNBOOK_VALUES[id](platform).map((values) => [`${id}.md`, runbookText(platform, id, values)] as const),
    ),
  );
}

function runbookText(platform: Platform, id: Runbook, values: RunbookValues): string {
  const title = /^[A-Z]/.test(id) ? `${id}: ${RUNBOOKS[id]}` : RUNBOOKS[id];
  return [
    `# ${title}`,
    `<!-- Made by charts/monitoring/runbooks from stack ${platform.stack}: npm run synth. -->`,
    template(id, values).trim(),
    alertSection(alertsOf(platform, id)),
  ]
    .join("\n\n")
    .concat("\n");
}

function alertsOf(platform: Platform, id: Runbook): readonly AlertRule[] {
  if (!has(platform, "alerts")) return [];
  const url = runbookUrl(platform, id);
  return ruleFiles(platform)
    .flatMap(({ rules }) => rules)
    .filter((rule) => "alert" in rule)
    .filter(({ annotations }) => annotations.runbook_url === url);
}

function alertSection(alerts: readonly AlertRule[]): string {
  const rows = alerts.map((rule) => [
    `\`${rule.alert}\``,
    rule.labels.severity ?? "",
    rule.for.seconds === 0 ? "at once" : `after ${rule.for}`,
    // What Prometheus fills in names a label, or is the value.
    (rule.annotations.summary ?? "")
      .replace(/\{\{ *\$labels\.(\w+) *\}\}/g, "`<$1>`")
      .replace(/\{\{ *\$value[^}]*\}\}/g, "`<value>`"),
  ]);
  return `## Alerts that lead here\n\n${table(["Alert", "Severity", "Fires", "Says"], rows)}`;
}
