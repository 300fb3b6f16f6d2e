import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alertmanagerConfigText } from "../../charts/monitoring/alertmanager/alertmanager-config";
import { receivers } from "../../charts/monitoring/alertmanager/receivers";
import { goTool } from "../../sandbox/engine/go-tool";
import { processTerminal } from "../../sandbox/engine/terminal";
import { deployedRules } from "../charts/monitoring/rules-under-test";
import { prodPlatform } from "../infra/prod-platform";
import { describeWithTools } from "../tools/describe-with-tools";
import { AMTOOL } from "../tools/tools";
import { PROMTOOL_TIMEOUT_MILLISECONDS } from "./promtool";

const prod = prodPlatform();
const CONFIG = alertmanagerConfigText(prod);

let binary: Promise<string> | undefined;

/** Runs amtool on a configuration. */
async function amtool(args: readonly string[], config = CONFIG): Promise<{ ok: boolean; text: string }> {
  binary ??= goTool(AMTOOL, processTerminal());
  const path = await binary;
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

async function receiverOf(labels: Readonly<Record<string, string>>): Promise<string> {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  return (await amtool(["config", "routes", "test", "--config.file=alertmanager.yml", ...pairs])).text.trim();
}

describeWithTools([AMTOOL], "Alertmanager's configuration, on amtool 0.30", () => {
  test(
    "the tool is of the release that the chart runs",
    async () => {
      expect((await amtool(["--version"])).text).toMatch(/^amtool, version 0\.30\.1 /);
    },
    PROMTOOL_TIMEOUT_MILLISECONDS,
  );

  test("Alertmanager takes it", async () => {
    const answer = await amtool(["check-config", "alertmanager.yml"]);
    expect(answer.text).toContain("SUCCESS");
    expect(answer.text).toContain("5 receivers");
    expect(answer.ok).toBe(true);
  });

  test.each([
    ["a route to nobody", CONFIG.replace("receiver: incidents\n", "receiver: accidents\n"), "undefined receiver"],
    ["a matcher that is none", CONFIG.replace('severity="critical"', "severity~critical"), "bad matcher format"],
    ["mail without a relay", CONFIG.replace(/ {2}smtp_smarthost: .*\n/, ""), "no global SMTP smarthost set"],
    ["a key in the place of its file", CONFIG.replace("api_key_file:", "api_keyfile:"), "field api_keyfile not found"],
  ])("and refuses %s", async (_, broken, says) => {
    expect(broken).not.toBe(CONFIG);
    const answer = await amtool(["check-config", "alertmanager.yml"], broken);
    expect(answer.text).toContain(says);
    expect(answer.ok).toBe(false);
  });

  describe("documented alerts go where the documents say", () => {
    test.each([
      ["NodeDiskPressure", "infra-disk-pressure"],
      ["HighMemoryPressure", "infra-escalation"],
      ["RedisMemoryCritical", "incidents"],
      ["RedisEvictionsHigh", "incidents"],
      ["RedisSessionMemoryHigh", "infra-warnings"],
      ["EtcdHighLatency", "infra-warnings"],
    ])("%s to %s", async (name, receiver) => {
      const labels = deployedRules(prod).find(({ alert }) => alert === name)?.labels ?? {};
      expect(await receiverOf({ alertname: name, ...labels })).toBe(receiver);
    });

    test("every alert reaches somebody, and each that is critical pages", async () => {
      const paging = new Set(
        receivers(prod)
          .filter(({ pagerduty_configs }) => JSON.stringify(pagerduty_configs ?? []).includes('"severity":"critical"'))
          .map(({ name }) => `${name}`),
      );
      const alerts = deployedRules(prod).filter(({ alert }) => alert !== undefined);
      const reached = await Promise.all(
        alerts.map(async ({ alert, labels }) => ({
          alert,
          critical: labels?.severity === "critical",
          receiver: await receiverOf({ alertname: alert ?? "", ...labels }),
        })),
      );
      expect(reached.length).toBeGreaterThanOrEqual(36);
      expect(reached.filter(({ receiver }) => receiver === "infra-alerts")).toEqual([]);
      expect(reached.filter(({ critical, receiver }) => critical !== paging.has(receiver))).toEqual([]);
    });
  });

  test.each([
    ["of another team", { severity: "warning", team: "search" }, "infra-alerts"],
    ["without a severity", { team: "platform-infra" }, "infra-alerts"],
    ["of disk, but critical", { severity: "critical", team: "platform-infra", category: "disk" }, "incidents"],
    [
      "that escalates, but only warns",
      { severity: "warning", team: "platform-infra", escalation: "immediate" },
      "infra-warnings",
    ],
    ["of another team, but critical", { severity: "critical", team: "search" }, "incidents"],
  ])("an alert %s", async (_, labels, receiver) => {
    expect(await receiverOf(labels)).toBe(receiver);
  });

  test("every text of a message is a template that Alertmanager can fill in", async () => {
    const texts = new Set(
      receivers(prod)
        .flatMap(({ name: _, ...services }) => Object.values(services).flat())
        .flatMap((config) => JSON.stringify(config).match(/"(?:[^"\\]|\\.)*\{\{(?:[^"\\]|\\.)*"/g) ?? [])
        .map((text) => JSON.parse(text) as string),
    );
    expect(texts.size).toBe(5);
    for (const text of texts) {
      const answer = await amtool(["template", "render", "--template.glob=*.none", `--template.text=${text}`]);
      expect([text, answer.ok]).toEqual([text, true]);
    }
  });
});
