import { stringify } from "yaml";
import { labDashboards, queriesOf } from "../../../charts/lab/monitoring/dashboards/dashboards";
import { labRuleFileKey, labRuleFileText } from "../../../charts/lab/monitoring/lab-rule";
import { labPrometheusConfig } from "../../../charts/lab/monitoring/prometheus-config";
import { labRuleGroups } from "../../../charts/lab/monitoring/rules/rule-groups";
import { lab } from "../../charts/lab/lab-fixture";
import { describeWithTools } from "../../tools/describe-with-tools";
import { PROMTOOL } from "../../tools/tools";
import { promtool } from "../promtool";
import { DEPLOYED, labReplay } from "./lab-replay";

const LAB = lab();
/** Thirty times faster. */
const SHORTENED = Object.fromEntries(
  labRuleGroups(LAB, { windowFactor: 30 }).map((group) => [labRuleFileKey(group), labRuleFileText(group)]),
);

/** Prometheus' configuration for processes of one machine, with rules beside it. */
const config = (windowFactor: number) =>
  stringify(
    labPrometheusConfig(
      LAB,
      {
        kind: "static",
        targets: { backend: [{ address: "127.0.0.1:8080", labels: { namespace: "sre-shop", pod: "backend-0" } }] },
        ruleFiles: Object.keys(DEPLOYED),
        alertmanagers: ["127.0.0.1:9093"],
      },
      { windowFactor },
    ),
  );

describeWithTools([PROMTOOL], "the lab's server, on promtool 2.51", () => {
  test.each([
    [1, DEPLOYED],
    [30, SHORTENED],
  ])("takes its configuration and rules with factor %d", async (factor, rules) => {
    const answer = await promtool(["check", "config", "prometheus.yml"], {
      ...rules,
      "prometheus.yml": config(factor),
    });
    expect(answer.text).toContain("prometheus.yml is valid prometheus config file syntax");
    expect(answer.text.match(/SUCCESS: (\d+) rules found/g)).toHaveLength(5);
    expect(answer.ok).toBe(true);
  });

  test("takes what runs in the cluster", async () => {
    // The files of the account are in pods alone.
    const text = stringify({ ...labPrometheusConfig(LAB, { kind: "kubernetes" }), rule_files: [] });
    const answer = await promtool(["check", "config", "--syntax-only", "prometheus.yml"], { "prometheus.yml": text });
    expect(answer.text).toContain("SUCCESS");
  });

  test("refuses a timeout longer than the interval between scrapes", async () => {
    const broken = config(30).replace("scrape_timeout: 333ms", "scrape_timeout: 10s");
    expect(broken).not.toBe(config(30));
    const answer = await promtool(["check", "config", "prometheus.yml"], { ...SHORTENED, "prometheus.yml": broken });
    expect(answer.text).toContain("scrape timeout greater than scrape interval");
  });

  test("an error rate pages in ten seconds, where it takes five minutes", async () => {
    const series = {
      'http_requests_total{status="200"}': "0+980x120",
      'http_requests_total{status="500"}': "0+20x120",
    };
    const spec = { alert: "HighErrorRate", series, interval: "1s", every: "1s" };
    await labReplay({ ...spec, firing: { "8s": 0, "14s": 1 } }, SHORTENED);
    await labReplay({ ...spec, firing: { "14s": 0 } }, DEPLOYED);
  });

  test("takes every query of the dashboards", async () => {
    const queries = labDashboards(LAB).flatMap(queriesOf);
    const rules = queries.map((expr, index) => ({
      record: `panel:${index}`,
      expr: expr.replaceAll("$__rate_interval", "1m"),
    }));
    const files = { "panels.yaml": stringify({ groups: [{ name: "panels", rules }] }) };
    const answer = await promtool(["check", "rules", "panels.yaml"], files);
    expect(answer.text).toContain(`SUCCESS: ${queries.length} rules found`);
    expect(queries.length).toBe(28);
  });
});
