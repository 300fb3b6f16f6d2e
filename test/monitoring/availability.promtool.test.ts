import { describeWithTools } from "../tools/describe-with-tools";
import { PROMTOOL } from "../tools/tools";
import { type Points, type ReplayedSeries, replay } from "./replay";

/** A counter of requests as the sidecar of a NGINX tells it. Other callers and the called proxies tell theirs with other labels. */
const requests = (
  code: string,
  perSecond: Points,
  { from = "ingress-nginx", reporter = "source", to = "storefront" } = {},
): ReplayedSeries => ({
  series:
    `istio_requests_total{job="kubernetes-pods",namespace="${from}",pod="${from}-0",reporter="${reporter}",source_workload="${from}",` +
    `source_workload_namespace="${from}",destination_service_name="${to}",destination_service_namespace="checkout-prod",` +
    `request_protocol="http",response_code="${code}",response_flags="-",connection_security_policy="unknown"}`,
  counter: perSecond,
});

/** A thousand requests a second of which so many fail from these times on. */
const failing = (failed: Readonly<Record<string, number>>): readonly ReplayedSeries[] => [
  requests("200", Object.fromEntries(Object.entries(failed).map(([at, rate]) => [at, 1000 - rate]))),
  requests("503", failed),
];

/** Document 000, section 12: four minutes and twelve seconds, to the next scrape. */
const DOCUMENTED_DOWNTIME = failing({ "04:00": 0, "10:00": 1000, "10:04:15": 0 });

describeWithTools([PROMTOOL], "replays: availability", () => {
  describe("alert ErrorBudgetBurn", () => {
    const alert = "ErrorBudgetBurn";
    /** Six hours of a day without a failure, and what follows. */
    const WHEN = { from: "04:00", until: "10:45", every: "1m" } as const;

    // 7 % of an hour, and 1.2 % of six: the short windows end it, five minutes later the one and half an hour later the other.
    test("fires within a minute of the documented downtime, and for half an hour after it", () =>
      replay({
        alert,
        ...WHEN,
        every: "30s",
        series: DOCUMENTED_DOWNTIME,
        firing: { "10:00": 0, "10:01": 1, "10:09": 1, "10:30": 1, "10:36": 0, "10:45": 0 },
        values: [
          { at: "10:20", expr: "round(customers:requests_failed:ratio1h, 0.01)", value: 0.07 },
          { at: "10:20", expr: "customers:requests_failed:ratio5m", value: 0 },
        ],
        instance: {
          at: "10:01",
          labels: { severity: "critical", team: "platform-infra" },
          annotations: {
            summary: "1.24% of customers' requests fail",
            description: "The objective of 99.95 % leaves 0.05 % over 30 days. At this rate it is gone within 5 days.",
            runbook_url: "https://runbooks.vantage.internal/availability",
          },
        },
      }));

    // 14.4 times 0.05 % of an hour are 43 minutes of one in a hundred.
    test("fires after 43 minutes with one failure in a hundred, by the windows of an hour", () =>
      replay({
        alert,
        ...WHEN,
        until: "11:00",
        series: failing({ "04:00": 0, "10:00": 10 }),
        firing: { "10:43": 0, "10:45": 1, "11:00": 1 },
      }));

    // 6 times 0.05 % of six hours are 270 minutes of four in a thousand, which the windows of an hour never see.
    test("fires after four and a half hours with four failures in a thousand, by those of six", () =>
      replay({
        alert,
        ...WHEN,
        until: "15:00",
        series: failing({ "04:00": 0, "10:00": 4 }),
        firing: { "10:45": 0, "14:29": 0, "14:33": 1, "15:00": 1 },
        values: [{ at: "15:00", expr: "round(customers:requests_failed:ratio1h, 0.0001)", value: 0.004 }],
      }));

    test("fires when one service, with a request in fifty, fails", () =>
      replay({
        alert,
        ...WHEN,
        until: "10:45",
        series: [
          requests("200", { "04:00": 980 }),
          requests("200", { "04:00": 20, "10:00": 0 }, { to: "payment" }),
          requests("503", { "10:00": 20 }, { to: "payment" }),
        ],
        firing: { "10:20": 0, "10:25": 1 },
      }));

    // Document 002, section 8.
    test("stays silent at the documented 0.02 %, and at all that the objective leaves", async () => {
      await replay({ alert, ...WHEN, series: failing({ "04:00": 0.2 }), firing: { "05:00": 0, "10:45": 0 } });
      await replay({ alert, ...WHEN, series: failing({ "04:00": 0.5 }), firing: { "05:00": 0, "10:45": 0 } });
    });

    test("stays silent when everything fails for fifteen seconds", () =>
      replay({
        alert,
        ...WHEN,
        every: "30s",
        until: "10:10",
        series: failing({ "04:00": 0, "10:00": 1000, "10:00:15": 0 }),
        firing: { "10:00:30": 0, "10:01": 0, "10:01:30": 0, "10:05": 0, "10:10": 0 },
        values: [{ at: "10:02", expr: "customers:requests_failed:ratio1h > bool 0.004", value: 1 }],
      }));

    test("stays silent about what customers don't see: other callers, what the called proxies say, 4xx", () =>
      replay({
        alert,
        ...WHEN,
        until: "06:00",
        series: [
          requests("200", { "04:00": 900 }),
          requests("404", { "04:00": 100 }),
          requests("503", { "04:00": 100 }, { from: "web-prod" }),
          requests("503", { "04:00": 100 }, { reporter: "destination" }),
        ],
        firing: { "05:00": 0, "06:00": 0 },
        values: [{ at: "06:00", expr: "customers:requests_failed:ratio1h", value: 0 }],
      }));

    test("stays silent without requests, by which nothing can be divided", () =>
      replay({
        alert,
        ...WHEN,
        until: "06:00",
        series: [requests("200", { "04:00": 0 }), requests("503", { "04:00": 0 })],
        firing: { "04:05": 0, "06:00": 0 },
        values: [{ at: "06:00", expr: "count(customers:requests_failed:ratio1h) or vector(0)", value: 0 }],
      }));
  });

  describe("alert ErrorBudgetBurnLasting", () => {
    const alert = "ErrorBudgetBurnLasting";
    /** Three days without a failure, and what follows. */
    const WHEN = { from: "00:00", until: "112:00", every: "5m" } as const;

    // One in a thousand is twice what the objective leaves: half of three days.
    test("fires after a day and a half with one failure in a thousand, and until six hours after it", () =>
      replay({
        alert,
        ...WHEN,
        until: "128:00",
        series: failing({ "00:00": 0, "72:00": 1, "112:00": 0 }),
        firing: { "72:00": 0, "107:45": 0, "108:15": 1, "112:00": 1, "114:45": 1, "115:15": 0, "128:00": 0 },
        instance: {
          at: "109:00",
          labels: { severity: "warning", team: "platform-infra" },
          annotations: {
            summary: "0.05133% of customers' requests have failed for days",
            description:
              "The objective of 99.95 % leaves 0.05 % over 30 days: if it goes on, the objective is missed. Find the service that fails most.",
            runbook_url: "https://runbooks.vantage.internal/availability",
          },
        },
      }));

    // Document 002, section 8: 0.02 %.
    test("stays silent at the documented 0.02 %, and about a day with twice as much", () =>
      replay({
        alert,
        ...WHEN,
        series: failing({ "00:00": 0.2, "72:00": 1, "96:00": 0.2 }),
        firing: { "71:00": 0, "84:00": 0, "96:00": 0, "112:00": 0 },
      }));
  });
});
