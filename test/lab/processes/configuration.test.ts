import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { writeConfiguration, writeRules } from "../../../lab/processes/configuration";
import { lab } from "../../charts/lab/lab-fixture";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lab-configuration-"));
  const webhook = { webhook_configs: [{ url: "http://127.0.0.1:1/", send_resolved: true }] };
  const targets = { backend: [{ address: "127.0.0.1:2", labels: { namespace: "sre-shop", pod: "backend-0" } }] };
  writeConfiguration(lab(), folder, { targets, alertmanagers: ["127.0.0.1:3"] }, { page: webhook, ticket: webhook });
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (name: string) => parse(readFileSync(join(folder, name), "utf8"));

test("Prometheus reads addresses, in shortened time, and its rules from the folder of the run", () => {
  expect(read("prometheus.yml")).toEqual({
    global: {
      scrape_interval: "500ms",
      scrape_timeout: "333ms",
      evaluation_interval: "1s",
      external_labels: { cluster: "sre-training-cluster" },
    },
    rule_files: [join(folder, "rules/*.yaml")],
    alerting: { alertmanagers: [{ static_configs: [{ targets: ["127.0.0.1:3"] }] }] },
    scrape_configs: [
      {
        job_name: "backend",
        static_configs: [{ targets: ["127.0.0.1:2"], labels: { namespace: "sre-shop", pod: "backend-0" } }],
      },
    ],
  });
});

test("Alertmanager tells the webhook, in shortened time", () => {
  const { route, receivers } = read("alertmanager.yml");
  expect([route.group_wait, route.group_interval, route.repeat_interval]).toEqual(["333ms", "10s", "480s"]);
  expect(receivers).toEqual([
    { name: "page", webhook_configs: [{ url: "http://127.0.0.1:1/", send_resolved: true }] },
    { name: "ticket", webhook_configs: [{ url: "http://127.0.0.1:1/", send_resolved: true }] },
    { name: "silence" },
  ]);
});

test("there are no rules until they are written, and then all of them", () => {
  expect(readdirSync(join(folder, "rules"))).toEqual([]);
  const count = writeRules(lab(), folder);
  const groups = readdirSync(join(folder, "rules")).flatMap((name) => read(join("rules", name)).groups);
  expect(groups.flatMap(({ rules }) => rules)).toHaveLength(count);
  const alerts = groups.flatMap(({ rules }) => rules).filter(({ alert }) => alert === "HighErrorRate");
  expect(alerts.map((rule) => rule.for)).toEqual(["10s"]);
});
