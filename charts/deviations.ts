import type { Platform } from "../config/platform";
import { CHARTS } from "./charts";
import type { CheckName } from "./checks/all";
import type { Deviation } from "./ledger";
import { chartsOf } from "./system-chart";

/**
 * The ledger: every change between what the documents say and what is deployed, in the order of the charts. Each chart's folder has its own
 * entries, in `deviations.ts`; here is the whole list.
 *
 * @throws {Error} when two entries have the same id
 */
export function deviations(platform: Platform): readonly Deviation<CheckName>[] {
  const all = chartsOf(platform, CHARTS).flatMap((chart) => chart.deviations?.(platform) ?? []);
  const ids = new Set<string>();
  for (const { id } of all) {
    if (ids.has(id)) throw new Error(`Two deviations are called ${id}.`);
    ids.add(id);
  }
  return all;
}
