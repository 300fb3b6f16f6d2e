import { stringify } from "yaml";
import { projectedBytesPerPrimary } from "../../charts/monitoring/dashboards/black-friday-row";
import { dashboardDesigns } from "../../charts/monitoring/dashboards/dashboards";
import { deployedRuleFiles } from "../charts/monitoring/rules-under-test";
import { prodPlatform } from "../infra/prod-platform";
import { describeWithTools } from "../tools/describe-with-tools";
import { PROMTOOL } from "../tools/tools";
import { promtool } from "./promtool";

const prod = prodPlatform();
const designs = dashboardDesigns(prod);

/** The window that Grafana takes for rates: four scrapes. */
const RATE_INTERVAL = "1m";

const panels = designs.flatMap(({ title, rows }) =>
  rows.flatMap((row) => row.panels.map((panel) => ({ name: `${title}: ${panel.title}`, panel }))),
);

/** The expression of a series of a panel, as Grafana sends it. */
function exprOf(name: string, legend: string): string {
  const { panel } = panels.find((candidate) => candidate.name === name) ?? {};
  const series = panel?.series.find((candidate) => candidate.legend === legend);
  if (series === undefined) throw new Error(`No panel ${name} with ${legend}`);
  return series.expr.replaceAll("$__rate_interval", RATE_INTERVAL);
}

interface Shown {
  readonly series: Readonly<Record<string, string>>;
  readonly at: string;
  readonly expr: string;
  /** What the panel shows, by the labels that remain. */
  readonly shows: Readonly<Record<string, number>>;
}

/** Holds what a panel shows of these series to what is expected; recorded metrics are there as they are deployed. */
async function shown({ series, at, expr, shows }: Shown): Promise<void> {
  const rules = deployedRuleFiles(prod);
  const test = {
    rule_files: Object.keys(rules),
    evaluation_interval: "15s",
    tests: [
      {
        interval: "15s",
        input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
        promql_expr_test: [
          {
            expr,
            eval_time: at,
            exp_samples: Object.entries(shows).map(([labels, value]) => ({ labels, value })),
          },
        ],
      },
    ],
  };
  const answer = await promtool(["test", "rules", "test.yaml.txt"], { ...rules, "test.yaml.txt": stringify(test) });
  expect(answer.text).toContain("SUCCESS");
  expect(answer.ok).toBe(true);
}

const server = (metric: string, pod: string, more = "") =>
  `${metric}{app_kubernetes_io_name="redis-prod-sessions",namespace="redis-prod",pod="${pod}"${more}}`;

const GIB = 2 ** 30;

/**
 * A store at the documented peak of a normal day: 72 % of maxmemory (document 001, section 8). The pod called replica is the primary, as after a
 * failover.
 */
const STORE = {
  [server("redis_memory_used_bytes", "redis-prod-sessions-0")]: `${0.7 * 36 * GIB}x400`,
  [server("redis_memory_used_bytes", "redis-prod-sessions-0-replica-0")]: `${0.72 * 36 * GIB}x400`,
  [server("redis_memory_max_bytes", "redis-prod-sessions-0")]: `${36 * GIB}x400`,
  [server("redis_memory_max_bytes", "redis-prod-sessions-0-replica-0")]: `${36 * GIB}x400`,
  [server("redis_instance_info", "redis-prod-sessions-0", ',role="slave"')]: "1x400",
  [server("redis_instance_info", "redis-prod-sessions-0-replica-0", ',role="master"')]: "1x400",
};

describeWithTools([PROMTOOL], "what dashboards show, on promtool 2.51", () => {
  test("every expression is one that Prometheus takes", async () => {
    const exprs = panels.flatMap(({ panel }) => panel.series.map(({ expr }) => expr));
    const rules = exprs.map((expr, index) => ({
      record: `panel:${index}`,
      expr: expr.replaceAll("$__rate_interval", RATE_INTERVAL),
    }));
    const files = { "panels.yaml": stringify({ groups: [{ name: "panels", rules }] }) };
    const answer = await promtool(["check", "rules", "panels.yaml"], files);
    expect(answer.text).toContain(`SUCCESS: ${exprs.length} rules found`);
    expect(exprs.length).toBeGreaterThan(100);
  });

  describe("requests and limits of the cluster", () => {
    const title = "Cluster Overview — prod-us-east-1";
    const pod = 'namespace="checkout-prod",pod="checkout-service-5c9f7d8b6-2xk4m",uid="5b0e3c1a"';
    const cores = (metric: string, container: string) =>
      `${metric}{${pod},container="${container}",node="ip-10-42-22-56",resource="cpu",unit="core"}`;
    const series = {
      [`kube_pod_status_phase{${pod},phase="Running"}`]: "1x40",
      [cores("kube_pod_container_resource_requests", "checkout-service")]: "2x40",
      [cores("kube_pod_container_resource_limits", "checkout-service")]: "4x40",
      // One that has ended by now asks for nothing more.
      [cores("kube_pod_init_container_resource_requests", "istio-validation")]: "1x40",
    };
    const sidecar = {
      [cores("kube_pod_init_container_resource_requests", "istio-proxy")]: "0.25x40",
      [cores("kube_pod_init_container_resource_limits", "istio-proxy")]: "2x40",
    };

    test.each([
      ["requests", 2.25],
      ["limits", 6],
    ])("%s with those of sidecars, which are init containers", (legend, value) =>
      shown({
        series: { ...series, ...sidecar },
        at: "5m",
        expr: exprOf(`${title}: CPU of the cluster`, legend),
        shows: { "{}": value },
      }),
    );

    test("without a sidecar anywhere", () =>
      shown({
        series,
        at: "5m",
        expr: exprOf(`${title}: CPU of the cluster`, "requests"),
        shows: { "{}": 2 },
      }));
  });

  describe("session capacity", () => {
    const title = "Session Capacity — redis-prod-sessions";

    test("the fullest primary, whichever pod it is", async () => {
      const expr = exprOf(`${title}: Fullest primary`, "used");
      await shown({ series: STORE, at: "10m", expr, shows: { "{}": 72 } });
    });

    test("the documented projection: 7.68 GB on each of three primaries", async () => {
      expect(projectedBytesPerPrimary(3)).toBe(7.68e9);
      const expr = exprOf(`${title}: Room by the documented projection`, "room");
      await shown({ series: STORE, at: "10m", expr, shows: { "{}": 36 * GIB - 7.68e9 } });
    });

    test("what was measured, three times: more than there is, where the documents find room to spare", async () => {
      const expr = exprOf(`${title}: Share of maxmemory by measurement`, "of maxmemory");
      await shown({ series: STORE, at: "10m", expr: `round(${expr}, 0.001)`, shows: { "{}": 216 } });
    });

    test("a surge, an hour on", async () => {
      // A gibibyte in a minute: 20 GiB now is 80 GiB in an hour.
      const pod = "redis-prod-sessions-1";
      const series = {
        [server("redis_memory_used_bytes", pod)]: `0+${GIB / 4}x80`,
        [server("redis_instance_info", pod, ',role="master"')]: "1x80",
      };
      const expr = exprOf(`${title}: Memory of the primaries`, "{{pod}} in an hour");
      const labels = `{app_kubernetes_io_name="redis-prod-sessions",namespace="redis-prod",pod="${pod}"}`;
      await shown({ series, at: "20m", expr, shows: { [labels]: 80 * GIB } });
    });
  });

  describe("a Redis cluster", () => {
    const title = "Redis Cluster — redis-prod-sessions";

    test("hit rate: 94.3 % of reads (document 000, section 11)", async () => {
      const pod = "redis-prod-sessions-0";
      const series = {
        [server("redis_keyspace_hits_total", pod)]: "0+943x40",
        [server("redis_keyspace_misses_total", pod)]: "0+57x40",
      };
      const labels = `{app_kubernetes_io_name="redis-prod-sessions",namespace="redis-prod",pod="${pod}"}`;
      await shown({ series, at: "5m", expr: exprOf(`${title}: Hit rate`, "{{pod}}"), shows: { [labels]: 94.3 } });
    });

    test("slots not served: those that the server which sees fewest doesn't see", async () => {
      const series = {
        [server("redis_cluster_slots_ok", "redis-prod-sessions-0")]: "16384x40",
        [server("redis_cluster_slots_ok", "redis-prod-sessions-1")]: "10923x40",
      };
      const expr = exprOf(`${title}: Slots not served`, "Slots not served");
      await shown({ series, at: "5m", expr, shows: { "{}": 5461 } });
    });
  });

  describe("the cluster", () => {
    const title = "Cluster Overview — prod-us-east-1";

    test("requests of pods that run, and not of those that ended", async () => {
      const pod = (name: string) => `namespace="batch-jobs",pod="${name}"`;
      const series = {
        [`kube_pod_container_resource_requests{${pod("done")},resource="cpu"}`]: "4x40",
        [`kube_pod_container_resource_requests{${pod("runs")},resource="cpu"}`]: "2x40",
        [`kube_pod_status_phase{${pod("done")},phase="Running"}`]: "0x40",
        [`kube_pod_status_phase{${pod("done")},phase="Succeeded"}`]: "1x40",
        [`kube_pod_status_phase{${pod("runs")},phase="Running"}`]: "1x40",
      };
      await shown({ series, at: "5m", expr: exprOf(`${title}: CPU of the cluster`, "requests"), shows: { "{}": 2 } });
    });

    // Document 000, section 12: 99.98 % available leaves 60 % of what 99.95 % allows.
    test.each([
      ["Requests of customers that fail", "30 days", 0.02],
      ["Error budget used", "30 days", 40],
      ["Burn rate of the error budget", "6h", 0.4],
    ])("%s: %s at 99.98 %%", (panel, legend, value) => {
      const requests = (code: string) =>
        `istio_requests_total{reporter="source",source_workload_namespace="ingress-nginx",response_code="${code}"}`;
      return shown({
        series: { [requests("200")]: "0+9998x80", [requests("503")]: "0+2x80" },
        at: "15m",
        expr: `round(${exprOf(`${title}: ${panel}`, legend)}, 0.001)`,
        shows: { "{}": value },
      });
    });

    test("memory used by node: 94 % at the documented 3.8 of 64 GiB (document 002, section 2)", async () => {
      const node = 'instance="ip-10-42-31-142:9100",node="ip-10-42-31-142",pool="worker-memory-v3"';
      const series = {
        [`node_memory_MemAvailable_bytes{${node}}`]: `${3.84 * GIB}x40`,
        [`node_memory_MemTotal_bytes{${node}}`]: `${64 * GIB}x40`,
      };
      const expr = exprOf(`${title}: Memory used, by node`, "{{node}} ({{pool}})");
      await shown({ series, at: "5m", expr, shows: { [`{${node}}`]: 94 } });
    });

    test("volumes by use: one in each of the documented steps", async () => {
      const volume = (name: string) => `namespace="search-prod",persistentvolumeclaim="${name}"`;
      const series = Object.fromEntries(
        [40, 60, 75, 85, 95].flatMap((used) => [
          [`kubelet_volume_stats_used_bytes{${volume(`v${used}`)}}`, `${used}x40`],
          [`kubelet_volume_stats_capacity_bytes{${volume(`v${used}`)}}`, "100x40"],
        ]),
      );
      for (const step of ["below 50 %", "50 to 70 %", "70 to 80 %", "80 to 90 %", "90 % and more"]) {
        await shown({ series, at: "5m", expr: exprOf(`${title}: Volumes by use`, step), shows: { "{}": 1 } });
      }
    });
  });
});
