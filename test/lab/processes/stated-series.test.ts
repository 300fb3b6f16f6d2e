import { selectors } from "../../../charts/checks/promql-selectors";
import { labDashboards, queriesOf } from "../../../charts/lab/monitoring/dashboards/dashboards";
import { LAB_METRICS } from "../../../charts/lab/monitoring/lab-metrics";
import { labRuleGroups } from "../../../charts/lab/monitoring/rules/rule-groups";
import { PANEL_METRIC_SOURCES } from "../../../charts/monitoring/dashboards/panel-metrics";
import { METRIC_SOURCES } from "../../../charts/monitoring/metric-sources";
import { CLUSTER_JOBS, clusterTargetLabels, statedMetrics, statedSeries } from "../../../lab/processes/stated-series";
import { lab } from "../../charts/lab/lab-fixture";

const LAB = lab();
const at = (seconds: number) => statedSeries(LAB, ["backend-0", "backend-1"], seconds);
const value = (text: string, series: string) => {
  const found = text.split("\n").filter((line) => line.startsWith(series));
  expect(found).toHaveLength(1);
  return Number(found[0]?.slice(found[0].lastIndexOf(" ") + 1));
};

test("are exactly the metrics that rules and panels read from exporters that need a cluster", () => {
  const exprs = [
    ...labDashboards(LAB).flatMap(queriesOf),
    ...labRuleGroups(LAB).flatMap(({ rules }) => rules.map(({ expr }) => expr)),
  ];
  const sources = { ...METRIC_SOURCES, ...PANEL_METRIC_SOURCES, ...LAB_METRICS };
  const read = new Set(exprs.flatMap((expr) => selectors(expr).map(({ metric }) => metric)));
  const needed = [...read].filter((metric) => CLUSTER_JOBS.some((job) => job === sources[metric]));
  expect([...statedMetrics(LAB)].sort()).toEqual(needed.sort());
});

test("tell of the lab's own pods, limits and autoscaler", () => {
  const { cadvisor, "kube-state-metrics": state } = at(0);
  const pod = '{namespace="sre-shop",pod="backend-1",container="backend"}';
  expect(value(cadvisor, `container_spec_cpu_quota${pod}`)).toBe(50_000);
  expect(value(cadvisor, `container_spec_memory_limit_bytes${pod}`)).toBe(256 * 2 ** 20);
  expect(value(state, 'kube_horizontalpodautoscaler_spec_max_replicas{namespace="sre-shop"')).toBe(6);
});

test("count as time goes by: a quarter of the limit, and a restart every fifteen seconds", () => {
  const used = (seconds: number) =>
    value(at(seconds).cadvisor, 'container_cpu_usage_seconds_total{namespace="sre-shop",pod="backend-0"');
  expect(used(40) - used(0)).toBeCloseTo(40 * 0.25 * 0.5);
  const restarts = (seconds: number) =>
    value(
      at(seconds)["kube-state-metrics"],
      'kube_pod_container_status_restarts_total{namespace="sre-shop",pod="backend-0"',
    );
  expect([0, 14, 15, 45].map(restarts)).toEqual([0, 0, 1, 3]);
});

test("of pods keep their own labels, as those of kube-state-metrics do", () => {
  expect(clusterTargetLabels("kube-state-metrics")).toEqual({});
  expect(clusterTargetLabels("cadvisor")).toEqual({ node: "node-0" });
});
