import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clusterReceivers, labAlertmanagerConfig } from "../../../charts/lab/monitoring/alertmanager-config";
import { labRuleGroups } from "../../../charts/lab/monitoring/rules/rule-groups";
import { yamlText } from "../../../charts/lab/monitoring/yaml-text";
import { goTool } from "../../../sandbox/engine/go-tool";
import { processTerminal } from "../../../sandbox/engine/terminal";
import { lab } from "../../charts/lab/lab-fixture";
import { describeWithTools } from "../../tools/describe-with-tools";
import { AMTOOL } from "../../tools/tools";

const LAB = lab();
const CONFIG = yamlText(labAlertmanagerConfig(LAB, clusterReceivers()));

/** What amtool says to a configuration. */
async function amtool(args: readonly string[], config = CONFIG): Promise<{ ok: boolean; text: string }> {
  const path = await goTool(AMTOOL, processTerminal());
  const folder = mkdtempSync(join(tmpdir(), "amtool-"));
  try {
    writeFileSync(join(folder, "alertmanager.yml"), config);
    return await new Promise((resolve) => {
      execFile(path, [...args], { cwd: folder }, (error, stdout, stderr) =>
        resolve({ ok: error === null, text: `${stdout}${stderr}` }),
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const receiverOf = async (labels: Readonly<Record<string, string>>) => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  return (await amtool(["config", "routes", "test", "--config.file=alertmanager.yml", ...pairs])).text.trim();
};

const alerts = labRuleGroups(LAB)
  .flatMap(({ rules }) => rules)
  .flatMap((rule) => ("alert" in rule ? [rule] : []));

describeWithTools([AMTOOL], "the lab's routes, on amtool 0.30", () => {
  test("Alertmanager takes the configuration", async () => {
    const answer = await amtool(["check-config", "alertmanager.yml"]);
    expect(answer.text).toContain("3 receivers");
    expect(answer.ok).toBe(true);
  });

  test("and takes receivers of a laptop", async () => {
    const webhook = (name: string) => ({ webhook_configs: [{ url: `http://127.0.0.1:9000/${name}` }] });
    const config = labAlertmanagerConfig(
      LAB,
      { page: webhook("page"), ticket: webhook("ticket") },
      { windowFactor: 30 },
    );
    expect((await amtool(["check-config", "alertmanager.yml"], yamlText(config))).text).toContain("3 receivers");
  });

  test.each([
    ["a route to nobody", CONFIG.replace("receiver: page\n", "receiver: pager\n"), "undefined receiver"],
    ["a matcher that is none", CONFIG.replace('severity="critical"', "severity~critical"), "bad matcher format"],
  ])("and refuses %s", async (_, broken, says) => {
    expect(broken).not.toBe(CONFIG);
    expect((await amtool(["check-config", "alertmanager.yml"], broken)).text).toContain(says);
  });

  // Document 003, section 6 (Alert Configuration Examples): the headings over the two groups.
  test.each([
    ["HighErrorRate", "page"],
    ["HighLatency", "page"],
    ["HighCPUUsage", "ticket"],
    ["HighMemoryUsage", "ticket"],
    ["ErrorBudgetBurn", "page"],
    ["ErrorBudgetBurnLasting", "ticket"],
    ["Watchdog", "silence"],
  ])("%s leads to %s", async (name, receiver) => {
    const found = alerts.find(({ alert }) => alert === name);
    expect(await receiverOf({ alertname: name, ...found?.labels })).toBe(receiver);
  });

  test("those are all alerts", () => {
    expect(alerts).toHaveLength(7);
  });

  test.each([
    [{ alertname: "Other", severity: "warning" }, "ticket"],
    [{ alertname: "Other" }, "ticket"],
    [{ alertname: "Other", severity: "critical" }, "page"],
  ])("%o, which nobody foresaw, leads to %s", async (labels, receiver) => {
    expect(await receiverOf(labels)).toBe(receiver);
  });
});
