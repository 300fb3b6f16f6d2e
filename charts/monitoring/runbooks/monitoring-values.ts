import type { Platform } from "../../../config/platform";
import { METRICS_COMPONENTS } from "../metric-sources";
import { WATCHDOG } from "../rules/monitoring";
import { COMPONENT_JOBS } from "../scrape/component-jobs";
import { code, table } from "./markdown";

/** The runbook on Prometheus and Alertmanager. Source: document 000, sections 3, 4 and 6. */
export function monitoringValues({ addOns, contactPoints }: Platform) {
  const rows = Object.entries(METRICS_COMPONENTS).map(([name, component]) => [
    code(name),
    code(COMPONENT_JOBS[name as keyof typeof METRICS_COMPONENTS]),
    "always" in component ? code(component.always) : "none: it may rightly run nowhere",
  ]);
  return {
    components: table(["Component", "Scrape job", "Missed by"], rows),
    keys: contactPoints.secret,
    namespace: addOns.releases.prometheus.namespace,
    watchdog: WATCHDOG,
  };
}
