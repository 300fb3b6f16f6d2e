import type { PlatformWith } from "../../../config/parts";
import { componentsOf } from "../metric-sources";
import { WATCHDOG } from "../rules/monitoring";
import { COMPONENT_JOBS } from "../scrape/component-jobs";
import { code, table } from "./markdown";

/** The runbook on Prometheus and Alertmanager. Source: document 000, sections 3, 4 and 6. */
export function monitoringValues(platform: PlatformWith<"addOns.prometheus" | "contactPoints">) {
  const { addOns, contactPoints } = platform;
  const rows = componentsOf(platform).map(([name, component]) => [
    code(name),
    code(COMPONENT_JOBS[name]),
    component.always !== undefined ? code(component.always) : "none: it may rightly run nowhere",
  ]);
  return {
    components: table(["Component", "Scrape job", "Missed by"], rows),
    keys: contactPoints.secret,
    namespace: addOns.releases.prometheus.namespace,
    watchdog: WATCHDOG,
  };
}
