import { type Selector, selectors } from "../../charts/checks/promql-selectors";
import type { Lab } from "../../charts/lab/lab";
import { labDashboards, queriesOf } from "../../charts/lab/monitoring/dashboards/dashboards";
import { SCRAPE_INTERVAL } from "../../charts/lab/monitoring/lab-rule";
import { hurriedMilliseconds } from "../lab-time";
import type { PrometheusApi, Sample } from "../processes/prometheus-api";
import { statedMetrics } from "../processes/stated-series";

/** A query of a dashboard and what Prometheus made of it. */
export interface PanelAnswer {
  readonly dashboard: string;
  readonly expr: string;
  /** Series with a number. */
  readonly series: number;
  /** Selectors of it that find no series: `or vector(0)` would hide them, and comparisons in them as well. */
  readonly missing: readonly string[];
  /** Whether it reads stated series (`lab/processes/stated-series.ts`), for which there is no exporter without a cluster. */
  readonly stated: boolean;
}

/** Scrapes in Grafana's own window of rates. Source: Grafana 10.4 documentation, Prometheus template variables ($__rate_interval). */
const RATE_SCRAPES = 4;

/** A query as Grafana sends it: with its variable for the window of rates filled in, which follows from the interval of the scrapes. */
export function asSent(expr: string): string {
  return expr.replaceAll("$__rate_interval", `${RATE_SCRAPES * hurriedMilliseconds(SCRAPE_INTERVAL)}ms`);
}

/** How many series of an answer show something: NaN and infinities are drawn as nothing. */
export function seriesWithData(samples: readonly Sample[]): number {
  return samples.filter(({ value: [, text] }) => Number.isFinite(Number.parseFloat(text))).length;
}

/** Whether a query shows something, and reads nothing that isn't there. */
export function hasData({ series, missing }: Pick<PanelAnswer, "series" | "missing">): boolean {
  return series > 0 && missing.length === 0;
}

/** A selector as a query of its own. */
export function selectorText({ metric, matchers }: Pick<Selector, "metric" | "matchers">): string {
  return `${metric}{${matchers.map(({ label, operator, value }) => `${label}${operator}${JSON.stringify(value)}`).join(",")}}`;
}

/** Executes every query of every dashboard at this moment. A query that Prometheus refuses throws with its words. */
export async function panelAnswers(
  lab: Lab,
  prometheus: Pick<PrometheusApi, "query">,
): Promise<readonly PanelAnswer[]> {
  const metrics = statedMetrics(lab);
  const answers: PanelAnswer[] = [];
  for (const design of labDashboards(lab)) {
    for (const expr of queriesOf(design)) {
      const series = seriesWithData(await prometheus.query(asSent(expr)));
      const stated = selectors(expr).some(({ metric }) => metrics.has(metric));
      const missing: string[] = [];
      for (const text of new Set(selectors(expr).map(selectorText))) {
        if ((await prometheus.query(text)).length === 0) missing.push(text);
      }
      answers.push({ dashboard: design.title, expr, series, missing, stated });
    }
  }
  return answers;
}
