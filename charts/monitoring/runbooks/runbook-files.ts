import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Platform } from "../../../config/platform";
import { type AlertRule, runbookUrl } from "../rule";
import { ruleFiles } from "../rule-files";
import { RUNBOOKS, type Runbook } from "../runbooks";
import { table } from "./markdown";
import { RUNBOOK_VALUES } from "./runbook-values";

const TEMPLATES = join(__dirname, "templates");

/**
 * Every runbook that an alert links to: its text by the name of its file. The words are in `templates/`; every number and name in them comes from
 * where the manifests have it, so that the two can't differ.
 *
 * @throws {Error} when a template and its values don't fit each other: an error of ours
 */
export function runbookFiles(platform: Platform): ReadonlyMap<string, string> {
  const ids = Object.keys(RUNBOOKS) as Runbook[];
  return new Map(ids.map((id) => [`${id}.md`, runbookText(platform, id)]));
}

function runbookText(platform: Platform, id: Runbook): string {
  const title = /^[A-Z]/.test(id) ? `${id}: ${RUNBOOKS[id]}` : RUNBOOKS[id];
  const template = readFileSync(join(TEMPLATES, `${id}.md`), "utf8");
  return [
    `# ${title}`,
    `<!-- Made by charts/monitoring/runbooks from stack ${platform.stack}: npm run synth. -->`,
    filled(template, RUNBOOK_VALUES[id](platform), id).trim(),
    alertSection(alertsOf(platform, id)),
  ]
    .join("\n\n")
    .concat("\n");
}

/**
 * A template with its values: `{{name}}` stands for one.
 *
 * @throws {Error} for a placeholder without a value and a value without a placeholder
 */
export function filled(template: string, values: Readonly<Record<string, string>>, name: string): string {
  const asked = new Set([...template.matchAll(/\{\{(\w+)\}\}/g)].map(([, key = ""]) => key));
  const missing = [...asked].filter((key) => values[key] === undefined);
  const unused = Object.keys(values).filter((key) => !asked.has(key));
  if (missing.length > 0 || unused.length > 0) {
    throw new Error(
      `Runbook ${name}: no value for ${missing.join(", ") || "nothing"}, no placeholder for ${unused.join(", ") || "nothing"}.`,
    );
  }
  return template.replace(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? "");
}

function alertsOf(platform: Platform, id: Runbook): readonly AlertRule[] {
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
