import { LAB_WATCHDOG } from "../../charts/lab/monitoring/rules/objectives";
import { hurriedMilliseconds } from "../lab-time";
import type { TrafficCounts } from "../traffic/traffic";
import { recordedIndicators } from "./indicators";
import { HEALTHY_WINDOW } from "./phases";
import { type Indicator, missedObjectives, trafficProblems, unexpectedAlerts } from "./problems";
import type { Run } from "./run";

/** What healthy traffic came to. */
export interface HealthyResult {
  readonly seconds: number;
  readonly counts: TrafficCounts;
  readonly indicators: readonly Indicator[];
  readonly problems: readonly string[];
}

/** Watches healthy traffic for {@link HEALTHY_WINDOW}: no alert fires but the one that always does, and the objectives are kept. */
export async function healthyPhase({ lab, running, observer, terminal }: Run): Promise<HealthyResult> {
  const milliseconds = hurriedMilliseconds(HEALTHY_WINDOW);
  const seconds = Math.round(milliseconds / 1000);
  await observer.until(milliseconds, (passed) => terminal.progress(`Healthy traffic: ${passed} of ${seconds} s`));
  const indicators = await recordedIndicators(lab, running.prometheus);
  const counts = running.traffic.counts();
  const watchdog = observer.fired.some(({ labels }) => labels.alertname === LAB_WATCHDOG);
  const problems = [
    ...unexpectedAlerts([...observer.fired, ...running.webhook.notices], [], []).map((text) => `${text} fired`),
    ...(watchdog ? [] : [`${LAB_WATCHDOG} didn't fire`]),
    ...missedObjectives(indicators),
    ...trafficProblems(counts),
  ];
  return { seconds, counts, indicators, problems };
}
