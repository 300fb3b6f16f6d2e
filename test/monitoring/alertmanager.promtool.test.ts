import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alertmanagerConfigText } from "../../charts/monitoring/alertmanager/alertmanager-config";
import { receivers } from "../../charts/monitoring/alertmanager/receivers";
import { WATCHDOG } from "../../charts/monitoring/rules/monitoring";
import { goTool } from "../../sandbox/engine/go-tool";
import { processTerminal } from "../../sandbox/engine/terminal";
import { deployedRules } from "../charts/monitoring/rules-under-test";
import { prodPlatform } from "../infra/prod-platform";
import { describeWithTools } from "../tools/describe-with-tools";
import { AMTOOL } from "../tools/tools";

const prod = prodPlatform();
const CONFIG = alertmanagerConfigText(prod);

let binary: Promise<string> | undefined;

/** Runs amtool on a configuration. */
async function amtool(
  args: readonly string[],
  config = CONFIG,
  files: Readonly<Record<string, string>> = {},
): Promise<{ ok: boolean; text: string }> {
  binary ??= goTool(AMTOOL, processTerminal());
  const path = await binary;
  const folder = mkdtempSync(join(tmpdir(), "amtool-"));
  try {
    writeFileSync(join(folder, "alertmanager.yml"), config);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return await new Promise((resolve) => {
      execFile(path, [...args], { cwd: folder }, (error, stdout, stderr) =>
        resolve({ ok: error === null, text: `${stdout}${stderr}` }),
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The title of a message about alerts of these labels, as amtool fills it in. */
async function titleOf(status: "firing" | "resolved", ...alerts: readonly Readonly<Record<string, string>>[]) {
  const title = receivers(prod).flatMap(({ slack_configs }) => slack_configs ?? [])[0] as { title: string };
  const common = Object.entries(alerts[0] ?? {}).filter(([name, value]) =>
    alerts.every((labels) => labels[name] === value),
  );
  const data = {
    status,
    alerts: alerts.map((labels) => ({ status, labels })),
    commonLabels: Object.fromEntries(common),
    commonAnnotations: {},
    groupLabels: {},
  };
  const args = ["--template.glob=*.none", "--template.data=data.json", `--template.text=${title.title}`];
  return (await amtool(["template", "render", ...args], CONFIG, { "data.json": JSON.stringify(data) })).text.trim();
}

async function receiverOf(labels: Readonly<Record<string, string>>): Promise<string> {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  return (await amtool(["config", "routes", "test", "--config.file=alertmanager.yml", ...pairs])).text.trim();
}

describeWithTools([AMTOOL], "Alertmanager's configuration, on amtool 0.30", () => {
  test("the tool is of the release that the chart runs", async () => {
    expect((await amtool(["--version"])).text).toMatch(/^amtool, version 0\.30\.1 /);
  });

  test("Alertmanager takes it", async () => {
    const answer = await amtool(["check-config", "alertmanager.yml"]);
    expect(answer.text).toContain("SUCCESS");
    expect(answer.text).toContain("6 receivers");
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
      const alerts = deployedRules(prod).filter(({ alert }) => alert !== undefined && alert !== WATCHDOG);
      const reached = await Promise.all(
        alerts.map(async ({ alert, labels }) => ({
          alert,
          critical: labels?.severity === "critical",
          receiver: await receiverOf({ alertname: alert ?? "", ...labels }),
        })),
      );
      expect(reached.length).toBeGreaterThanOrEqual(40);
      expect(reached.filter(({ receiver }) => ["infra-alerts", "nobody"].includes(receiver))).toEqual([]);
      expect(reached.filter(({ critical, receiver }) => critical !== paging.has(receiver))).toEqual([]);
    });
  });

  test("the watchdog, which always fires, tells nobody", async () => {
    const labels = deployedRules(prod).find(({ alert }) => alert === WATCHDOG)?.labels ?? {};
    const receiver = await receiverOf({ alertname: WATCHDOG, ...labels });
    expect(receivers(prod).find(({ name }) => name === receiver)).toEqual({ name: "nobody" });
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

  describe("a title says what it is about", () => {
    const memory = { alertname: "HighMemoryPressure", severity: "critical" };
    const redis = { alertname: "RedisMemoryCritical", severity: "critical", namespace: "redis-prod" };
    const [first, second] = [
      { ...redis, pod: "redis-prod-sessions-1", instance: "10.42.6.84:9121" },
      { ...redis, pod: "redis-prod-sessions-2", instance: "10.42.7.12:9121" },
    ];
    const exporter = { namespace: "kube-system", instance: "10.42.64.9:8080" };
    test.each([
      [
        "a node",
        [{ ...memory, instance: "ip-10-42-22-56:9100" }],
        "HighMemoryPressure (critical) on ip-10-42-22-56:9100",
      ],
      ["a pod", [first], "RedisMemoryCritical (critical) on redis-prod-sessions-1"],
      ["pods of a namespace", [first, second], "RedisMemoryCritical (critical) in redis-prod"],
      [
        "something that an exporter tells of",
        [{ alertname: "SpotHandlerMissing", severity: "warning", ...exporter }],
        "SpotHandlerMissing (warning) in kube-system",
      ],
      ["all of the mesh", [{ alertname: "IstioProxiesDisconnected" }], "IstioProxiesDisconnected (none)"],
    ])("%s", async (_, alerts, says) => {
      expect(await titleOf("firing", ...alerts)).toBe(`[FIRING] ${says}`);
    });

    test("when it ends as when it began", async () => {
      expect(await titleOf("resolved", first)).toBe(
        "[RESOLVED] RedisMemoryCritical (critical) on redis-prod-sessions-1",
      );
    });
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
