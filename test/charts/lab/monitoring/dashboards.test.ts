import { selectors } from "../../../../charts/checks/promql-selectors";
import { labDashboards, queriesOf } from "../../../../charts/lab/monitoring/dashboards/dashboards";
import { LAB_METRICS } from "../../../../charts/lab/monitoring/lab-metrics";
import { labRuleGroups } from "../../../../charts/lab/monitoring/rules/rule-groups";
import { dashboard } from "../../../../charts/monitoring/dashboards/dashboard";
import type { PanelDesign } from "../../../../charts/monitoring/dashboards/design";
import { PANEL_METRIC_SOURCES } from "../../../../charts/monitoring/dashboards/panel-metrics";
import { METRIC_SOURCES } from "../../../../charts/monitoring/metric-sources";
import { deployedLab, lab } from "../lab-fixture";

const designs = labDashboards(lab());
const panel = (title: string): PanelDesign => {
  const found = designs.flatMap(({ rows }) => rows.flatMap(({ panels }) => panels)).find((one) => one.title === title);
  if (found === undefined) throw new Error(`no panel ${title}`);
  return found;
};

test("have the documented titles", () => {
  expect(designs.map(({ title }) => title)).toEqual(["SRE Shop - SLO Dashboard", "Kubernetes Overview"]);
});

describe("documented levels", () => {
  const red = (from: number) => ({ from, color: "red" });
  const yellow = (from: number) => ({ from, color: "yellow" });

  test.each([
    // Green above 99.9 %, red below 99.
    ["Availability SLI", [red(0), yellow(99), { from: 99.9, color: "green" }]],
    ["Success Rate SLI", [red(0), yellow(99), { from: 99.9, color: "green" }]],
    // Green below 50 %, red above 75.
    ["Error Budget", [yellow(50), red(75)]],
    // Green below 50 %, red above 80.
    ["CPU Usage", [yellow(50), red(80)]],
    ["Error rate", [red(1)]],
    ["Latency", [red(200)]],
    ["CPU by node", [yellow(70), red(80)]],
    ["Memory by node", [red(85)]],
  ])("%s", (title, levels) => {
    expect(panel(title).levels).toEqual(levels);
  });
});

test("are in the documented ConfigMap, a file each, as Grafana reads them", () => {
  const map = deployedLab().find(({ metadata }) => metadata.name === "grafana-dashboards");
  const files = Object.entries(map?.data as Record<string, string>).map(([name, text]) => [
    name,
    JSON.parse(text).title,
  ]);
  expect(files).toEqual([
    ["kubernetes-overview.json", "Kubernetes Overview"],
    ["sre-shop-slo.json", "SRE Shop - SLO Dashboard"],
  ]);
});

test("read the lab's own data source", () => {
  const text = JSON.stringify(designs.map((design) => dashboard(lab(), design)));
  expect([...new Set(text.match(/"uid":"prometheus-[^"]+"/g))]).toEqual(['"uid":"prometheus-sre-lab"']);
});

describe("queries", () => {
  const recorded = new Set(
    labRuleGroups(lab()).flatMap(({ rules }) => rules.flatMap((rule) => ("record" in rule ? [rule.record] : []))),
  );
  const read = (exprs: readonly string[]) => [
    ...new Set(exprs.flatMap((expr) => selectors(expr).map(({ metric }) => metric))),
  ];

  test("are all reachable", () => {
    expect(designs.map((design) => queriesOf(design).length)).toEqual([16, 12]);
  });

  test("and rules read what is recorded or exported", () => {
    const rules = labRuleGroups(lab()).flatMap((group) => group.rules.map(({ expr }) => expr));
    const known = { ...METRIC_SOURCES, ...PANEL_METRIC_SOURCES, ...LAB_METRICS };
    const unknown = read([...designs.flatMap(queriesOf), ...rules]).filter(
      (metric) => !recorded.has(metric) && known[metric] === undefined,
    );
    expect(unknown).toEqual([]);
  });
});
