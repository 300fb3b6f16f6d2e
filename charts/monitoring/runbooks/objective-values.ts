import type { PlatformWith } from "../../../config/parts";
import { when } from "../../../config/parts";
import { CHARTS } from "../../../config/reference/charts";
import { Duration } from "../../../config/units/duration";
import { redisOperator } from "../../redis/operator/operator";
import {
  BUDGET_DAYS,
  BUDGET_USED,
  type BurnWindows,
  burnLimit,
  CALLING_WINDOWS,
  errorBudget,
  LASTING_WINDOWS,
  percent,
} from "../rules/availability";
import { code, table } from "./markdown";

/** The runbook on the objective of availability. Source: document 000, section 12. */
export function availabilityValues(platform: PlatformWith<"addOns.ingress-nginx" | "alerts">) {
  const { alerts, addOns } = platform;
  const window = Duration.parse(`${BUDGET_DAYS}d`);
  const budget = errorBudget(platform);
  const row = ({ long, short, rate }: BurnWindows, alert: string) => {
    const used = (rate * Duration.parse(long).seconds) / window.seconds;
    const limit = burnLimit(platform, rate);
    return [`${long} and ${short}`, `${rate}`, `${percent(limit)} %`, `${percent(used)} % in ${long}`, `\`${alert}\``];
  };
  return {
    budget: `${percent(budget)}`,
    entrance: addOns.releases["ingress-nginx"].namespace,
    minutes: `${Number(((window.seconds * budget) / 60).toPrecision(4))}`,
    objective: `${alerts.availabilityPercent}`,
    used: BUDGET_USED,
    window: `${BUDGET_DAYS} days`,
    windows: table(
      ["Windows", "Burn rate", "Failed above", "Budget used", "Alert"],
      [
        ...CALLING_WINDOWS.map((windows) => row(windows, "ErrorBudgetBurn")),
        row(LASTING_WINDOWS, "ErrorBudgetBurnLasting"),
      ],
    ),
  };
}

/** The runbook on cert-manager's certificates. Source: document 001, section 11; document 002, section 14. */
export function issuedCertificateValues(platform: PlatformWith<"addOns.cert-manager" | "alerts">) {
  const { chart, namespace } = platform.addOns.releases["cert-manager"];
  const example = when(
    ["redisOperator"],
    redisOperator,
  )(platform).map(({ namespace: its, webhookCertificate }) => `, such as ${code(`${its}/${webhookCertificate}`)}`);
  return {
    example: example.join(""),
    namespace,
    notice: `${platform.alerts.renewalNotice}`,
    version: CHARTS["cert-manager"].versions[chart] ?? chart,
  };
}
