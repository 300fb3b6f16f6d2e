import { alertmanagerConfig, routes } from "../../../../charts/monitoring/alertmanager/alertmanager-config";
import { receivers } from "../../../../charts/monitoring/alertmanager/receivers";
import { ruleFiles } from "../../../../charts/monitoring/rule-files";
import { ALERT_ROUTING, RECEIVER_KEYS_FOLDER } from "../../../../config/reference/monitoring-files";
import { alertmanagerValues } from "../../../../infra/add-ons/alertmanager";
import { prodPlatform, prodWith } from "../../../infra/prod-platform";

const prod = prodPlatform();

/** What a receiver tells, service by service, without the words. */
function told(name: string) {
  const receiver = receivers(prod).find((candidate) => candidate.name === name);
  const pick = (configs: readonly object[] | undefined, ...keys: readonly string[]) =>
    (configs ?? []).map((config) => keys.map((key) => (config as Record<string, unknown>)[key]));
  return {
    slack: pick(receiver?.slack_configs, "channel", "api_url_file"),
    pagerduty: pick(receiver?.pagerduty_configs, "severity", "routing_key_file"),
    opsgenie: pick(receiver?.opsgenie_configs, "priority", "tags", "api_key_file"),
    email: pick(receiver?.email_configs, "to", "send_resolved"),
  };
}

const KEYS = "/etc/alertmanager-receivers";
const ALERTS = ["#infra-alerts", `${KEYS}/slack-alerts-url`];
const INCIDENTS = ["#incidents", `${KEYS}/slack-incidents-url`];

describe("receivers are those of the documents", () => {
  test("disk pressure: Slack, PagerDuty without a page, Opsgenie P4 with its tag, mail (document 000, section 3)", () => {
    expect(told("infra-disk-pressure")).toEqual({
      slack: [ALERTS],
      pagerduty: [["info", `${KEYS}/pagerduty-routing-key`]],
      opsgenie: [["P4", "disk-pressure", `${KEYS}/opsgenie-api-key`]],
      email: [["platform-infra-alerts@vantage.internal", false]],
    });
  });

  test("memory pressure: both channels, a page, Opsgenie (document 002, section 2)", () => {
    expect(told("infra-escalation")).toEqual({
      slack: [ALERTS, INCIDENTS],
      pagerduty: [["critical", `${KEYS}/pagerduty-routing-key`]],
      opsgenie: [["P3", undefined, `${KEYS}/opsgenie-api-key`]],
      email: [],
    });
  });

  test("Redis: a page and #incidents (document 001, section 2)", () => {
    expect(told("incidents")).toEqual({
      slack: [INCIDENTS],
      pagerduty: [["critical", `${KEYS}/pagerduty-routing-key`]],
      opsgenie: [],
      email: [],
    });
  });

  test("a page carries the documented priority, information none", () => {
    const events = receivers(prod).flatMap(({ pagerduty_configs }) => pagerduty_configs ?? []);
    const priorities = events.map((event) => (event as { details: { priority?: string } }).details.priority);
    expect(priorities).toEqual([undefined, undefined, "P3", "P3"]);
  });

  test("the end of an alert is told to everybody but by mail", () => {
    const configs = receivers(prod).flatMap(({ name: _, ...services }) => Object.values(services).flat());
    const silent = configs.filter((config) => !(config as { send_resolved: boolean }).send_resolved);
    expect(configs).toHaveLength(13);
    expect(silent).toHaveLength(1);
    expect(silent[0]).toHaveProperty("to");
  });
});

describe("no secret is in it", () => {
  const text = JSON.stringify(alertmanagerConfig(prod));

  test("every key is a file of the mounted Secret", () => {
    const files = [...text.matchAll(/"(\w*(?:url|key|password|token)\w*)":"([^"]*)"/g)].map(([, key, value]) => [
      key,
      value,
    ]);
    expect(files.length).toBe(12);
    expect(files.filter(([key]) => !key?.endsWith("_file"))).toEqual([]);
    expect(files.filter(([, value]) => !value?.startsWith(`${RECEIVER_KEYS_FOLDER}/`))).toEqual([]);
  });

  test("the release mounts that Secret, and reads this configuration", () => {
    const values = alertmanagerValues({ platform: prod, roleArns: {} });
    expect(values.extraArgs).toEqual({ "config.file": "/etc/alertmanager-routing/alertmanager.yml" });
    expect(values.extraVolumes).toEqual([
      { name: "alertmanager-routing", configMap: { name: "alertmanager-routing" } },
      // Optional: people make it in a namespace that the first `pulumi up` makes.
      { name: "receiver-keys", secret: { secretName: "alertmanager-receivers", optional: true } },
    ]);
    expect(values).not.toHaveProperty("extraSecretMounts");
    const mount = { name: "alertmanager-routing", mountPath: ALERT_ROUTING.folder, readOnly: true };
    expect(values.extraVolumeMounts).toEqual([
      mount,
      { name: "receiver-keys", mountPath: "/etc/alertmanager-receivers", readOnly: true },
    ]);
    expect(values.configmapReload).toMatchObject({
      enabled: true,
      extraArgs: { "watched-dir": ALERT_ROUTING.folder },
      extraVolumeMounts: [mount],
    });
  });
});

test("each node that escalates is a message of its own, at once; other alerts join that of their name (document 002, section 2)", () => {
  const grouped = Object.fromEntries(routes(prod).map(({ receiver, group_by }) => [receiver, group_by]));
  expect(grouped).toEqual({
    nobody: undefined,
    "infra-escalation": ["alertname", "namespace", "severity", "instance"],
    incidents: undefined,
    "infra-disk-pressure": undefined,
    "infra-warnings": undefined,
  });
  expect(alertmanagerConfig(prod)).toMatchObject({ route: { group_by: ["alertname", "namespace", "severity"] } });
});

test("the team of a route is the stack's", () => {
  const other = prodWith(({ platform }) => {
    platform.team = "platform-lab";
  });
  expect(routes(other).flatMap(({ matchers }) => matchers.filter((text) => text.startsWith("team")))).toEqual([
    'team="platform-lab"',
    'team="platform-lab"',
  ]);
});

test("what is kept back, and by what, are alerts that exist, with the labels that have to agree", () => {
  const names = ruleFiles(prod).flatMap(({ rules }) => rules.flatMap((rule) => ("alert" in rule ? [rule.alert] : [])));
  const { inhibit_rules: rules } = alertmanagerConfig(prod) as {
    inhibit_rules: { source_matchers: string[]; target_matchers: string[]; equal: string[] }[];
  };
  const named = rules.flatMap(({ source_matchers, target_matchers }) =>
    [...source_matchers, ...target_matchers].map((text) => /^alertname="(\w+)"$/.exec(text)?.[1]),
  );
  expect(named).toEqual(["RedisMemoryCritical", "RedisSessionMemoryHigh"]);
  expect(named.filter((name) => !names.includes(name ?? ""))).toEqual([]);
  expect(rules.map(({ equal }) => equal)).toEqual([["namespace", "pod"]]);
});
