import { selectors } from "../../../../charts/checks/promql-selectors";
import { CLUSTER_EVENTS } from "../../../../charts/monitoring/dashboards/cluster-overview";
import { dashboard } from "../../../../charts/monitoring/dashboards/dashboard";
import { dashboardConfigMaps, dashboardDesigns } from "../../../../charts/monitoring/dashboards/dashboards";
import { UNITS } from "../../../../charts/monitoring/dashboards/design";
import { PANEL_COMPONENTS, PANEL_METRIC_SOURCES } from "../../../../charts/monitoring/dashboards/panel-metrics";
import { REDIS_EVENTS } from "../../../../charts/monitoring/dashboards/redis-cluster";
import { METRIC_SOURCES } from "../../../../charts/monitoring/metric-sources";
import { grafanaValues } from "../../../../infra/add-ons/grafana";
import { prodPlatform, prodWith } from "../../../infra/prod-platform";
import { deployedRules } from "../rules-under-test";

const prod = prodPlatform();
const designs = dashboardDesigns(prod);
const panels = designs.flatMap(({ title, rows }) =>
  rows.flatMap((row) => row.panels.map((panel) => [`${title}: ${panel.title}`, panel] as const)),
);

test("are those of the documents, one for each Redis cluster and each session store, and the one that an alert links to", () => {
  expect(designs.map(({ uid, title }) => [uid, title])).toEqual([
    ["cluster-overview", "Cluster Overview — prod-us-east-1"],
    ["node-disk", "Node disk usage"],
    ["redis-prod-main", "Redis Cluster — redis-prod-main"],
    ["redis-prod-sessions", "Redis Cluster — redis-prod-sessions"],
    ["sessions-redis-prod-sessions", "Session Capacity — redis-prod-sessions"],
  ]);
});

test("the link of the disk alert leads to one of them (document 000, section 3)", () => {
  const url = deployedRules(prod).find(({ alert }) => alert === "NodeDiskPressure")?.annotations?.dashboard_url ?? "";
  const [, uid, slug] = /\/d\/([^/]+)\/([^/]+)$/.exec(url) ?? [];
  const design = designs.find((candidate) => candidate.uid === uid);
  expect(design?.title.toLowerCase().replace(/ /g, "-")).toBe(slug);
  expect(url.startsWith(grafanaValues({ platform: prod, roleArns: {} })["grafana.ini"].server.root_url)).toBe(true);
});

describe("events", () => {
  test("of the cluster have the documented tags and colours (document 000, section 10)", () => {
    expect(CLUSTER_EVENTS.map(({ tags, color }) => [tags.join(", "), color])).toEqual([
      ["spot, interruption, automated", "orange"],
      ["autoscaler, scale-up", "blue"],
      ["maintenance, drain", "gray"],
      ["alert, disk, warning", "yellow"],
      ["alert, resolved", "green"],
      ["upgrade, redis, change", "blue"],
      ["upgrade, redis, complete", "green"],
    ]);
  });

  test("of a Redis cluster have the documented tags", () => {
    expect(REDIS_EVENTS.map(({ tags }) => tags.join(", "))).toEqual([
      "backup, pre-upgrade",
      "upgrade, replica",
      "upgrade, failover",
      "validation, complete",
    ]);
  });

  test("are asked of Grafana's own store, with all of their tags", () => {
    const [design] = designs;
    const made = design && dashboard(prod, design).annotations?.list?.[0];
    expect(made).toMatchObject({
      datasource: { type: "grafana", uid: "-- Grafana --" },
      enable: true,
      target: { type: "tags", matchAny: false, tags: ["spot", "interruption", "automated"] },
    });
  });
});

describe("levels are where alerts fire", () => {
  const levelsOf = (title: string) => panels.find(([name]) => name === title)?.[1].levels?.map(({ from }) => from);

  test.each([
    ["Cluster Overview — prod-us-east-1: Memory used, by node", [92]],
    ["Cluster Overview — prod-us-east-1: Disk used, by node", [85]],
    ["Cluster Overview — prod-us-east-1: Pods ready again after", [120]],
    ["Cluster Overview — prod-us-east-1: Fullest volumes", [80, 85]],
    ["Cluster Overview — prod-us-east-1: Requests of customers that fail", [0.05]],
    ["Cluster Overview — prod-us-east-1: Burn rate of the error budget", [1, 6, 14.4]],
    ["Cluster Overview — prod-us-east-1: Error budget used", [100]],
    ["Node disk usage: Disk used, by node", [85, 90]],
    ["Redis Cluster — redis-prod-main: Memory used", [90]],
    ["Redis Cluster — redis-prod-sessions: Memory used", [85, 90]],
    ["Redis Cluster — redis-prod-sessions: Evicted keys", [100]],
    ["Session Capacity — redis-prod-sessions: Fullest primary", [85, 90]],
  ])("%s", (title, expected) => {
    expect(levelsOf(title)).toEqual(expected);
  });

  test("and move with the stack file", () => {
    const moved = dashboardDesigns(
      prodWith(({ alerts }) => {
        alerts.volumeUsagePercent = 70;
        alerts.reschedulingTarget = "90s";
        alerts.availabilityPercent = 99.9;
      }),
    ).flatMap(({ rows }) => rows.flatMap((row) => row.panels));
    expect(moved.find(({ title }) => title === "Pods ready again after")?.levels).toEqual([{ from: 90, color: "red" }]);
    expect(moved.find(({ title }) => title === "Requests of customers that fail")?.levels).toEqual([
      { from: 0.1, color: "red" },
    ]);
    expect(moved.find(({ title }) => title === "Fullest volumes")?.description).toContain("fires at 70 %");
  });
});

describe("metrics of panels", () => {
  const recorded = new Set(deployedRules(prod).flatMap(({ record }) => record ?? []));
  const read = new Set(
    panels.flatMap(([, { series }]) => series.flatMap(({ expr }) => selectors(expr).map(({ metric }) => metric))),
  );
  const exported = [...read].filter((metric) => !recorded.has(metric)).sort();

  test.each(exported)("%s has a source", (metric) => {
    expect([...Object.keys(METRIC_SOURCES), ...Object.keys(PANEL_METRIC_SOURCES)]).toContain(metric);
  });

  test("no source is declared for what no panel reads, or for what has one already", () => {
    expect(Object.keys(PANEL_METRIC_SOURCES).filter((metric) => !read.has(metric))).toEqual([]);
    expect(Object.keys(PANEL_METRIC_SOURCES).filter((metric) => metric in METRIC_SOURCES)).toEqual([]);
  });

  test("each component that only panels read exports something", () => {
    const used = new Set(Object.values(PANEL_METRIC_SOURCES));
    expect(Object.keys(PANEL_COMPONENTS).filter((name) => !used.has(name as keyof typeof PANEL_COMPONENTS))).toEqual(
      [],
    );
  });
});

describe("every panel", () => {
  test.each(panels)("%s says what it shows, and in which unit", (_, { description, unit, series }) => {
    expect(description).toMatch(/^[A-Z0-9].{20,}[.]$/s);
    expect(Object.keys(UNITS)).toContain(unit);
    expect(series.length).toBeGreaterThan(0);
    expect(series.filter(({ expr, legend }) => expr === "" || legend === "")).toEqual([]);
  });

  test("has levels in ascending order, within its axis", () => {
    const wrong = panels.filter(([, { levels = [], max }]) =>
      levels.some(
        ({ from }, index) => from <= (levels[index - 1]?.from ?? 0) || from > (max ?? Number.POSITIVE_INFINITY),
      ),
    );
    expect(wrong.map(([name]) => name)).toEqual([]);
  });
});

describe("the JSON of dashboards", () => {
  const maps = dashboardConfigMaps(prod);
  const made = maps.map(({ data }) => JSON.parse(Object.values(data ?? {})[0] ?? "{}") as Made);

  interface Made {
    readonly uid: string;
    readonly editable: boolean;
    readonly panels: readonly {
      readonly id: number;
      readonly type: string;
      readonly title: string;
      readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
      readonly datasource?: object;
      readonly targets?: readonly { readonly refId: string }[];
    }[];
  }

  test("is in ConfigMaps that the sidecar of the release looks for, where it looks", () => {
    const { sidecar } = grafanaValues({ platform: prod, roleArns: {} });
    expect(maps.map(({ metadata }) => metadata?.namespace)).toEqual(maps.map(() => "monitoring"));
    for (const { metadata } of maps) {
      expect(metadata?.labels).toEqual({ [sidecar.dashboards.label]: sidecar.dashboards.labelValue });
    }
    expect(maps[0]).toMatchObject({ metadata: { name: "dashboard-cluster-overview" } });
  });

  test("is the same bytes every time, and fits into a ConfigMap", () => {
    expect(dashboardConfigMaps(prodPlatform())).toEqual(maps);
    const sizes = maps.map(({ data }) => Buffer.byteLength(Object.values(data ?? {})[0] ?? ""));
    expect(sizes.filter((size) => size < 1_000 || size > 2 ** 20)).toEqual([]);
  });

  test("reads the data source of the release", () => {
    const [source] = grafanaValues({ platform: prod, roleArns: {} }).datasources["datasources.yaml"].datasources;
    const read = made.flatMap((board) =>
      board.panels.filter(({ type }) => type !== "row").map(({ datasource }) => datasource),
    );
    expect(read.length).toBe(panels.length);
    expect(
      read.filter((one) => JSON.stringify(one) !== JSON.stringify({ type: source?.type, uid: source?.uid })),
    ).toEqual([]);
  });

  test("can't be changed in the browser, and has ids that links can use", () => {
    expect(made.map(({ editable }) => editable)).toEqual(made.map(() => false));
    expect(made.filter(({ uid }) => uid.length > 40)).toEqual([]);
    for (const { panels: all } of made) {
      expect(all.map(({ id }) => id)).toEqual(all.map((_, index) => index + 1));
    }
  });

  test("lays panels out without gaps at the side and without overlaps", () => {
    for (const { uid, panels: all } of made) {
      const cells = new Map<string, string>();
      for (const { title, gridPos } of all) {
        for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
          for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
            expect([uid, title, cells.get(`${x},${y}`)]).toEqual([uid, title, undefined]);
            cells.set(`${x},${y}`, title);
          }
        }
      }
      const rows = Math.max(...all.map(({ gridPos }) => gridPos.y + gridPos.h));
      expect([uid, cells.size]).toEqual([uid, 24 * rows]);
    }
  });
});
