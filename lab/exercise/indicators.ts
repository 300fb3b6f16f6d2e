import type { Lab } from "../../charts/lab/lab";
import { OBJECTIVES } from "../../charts/lab/monitoring/rules/indicators";
import { badShare, budgetOf } from "../../charts/lab/monitoring/rules/objectives";
import type { PrometheusApi } from "../processes/prometheus-api";
import type { Indicator } from "./problems";

/** Window over which healthy traffic is held to the objectives: the shortest that is recorded. */
const WINDOW = "5m";

/** What Prometheus has recorded of each objective. */
export async function recordedIndicators(
  lab: Lab,
  prometheus: Pick<PrometheusApi, "query">,
): Promise<readonly Indicator[]> {
  return Promise.all(
    OBJECTIVES.map(async (objective) => {
      const [sample] = await prometheus.query(`${badShare(WINDOW)}{objective="${objective}"}`);
      const bad = Number.parseFloat(sample?.value[1] ?? "NaN");
      return { objective, bad, budget: budgetOf(lab, objective) };
    }),
  );
}
