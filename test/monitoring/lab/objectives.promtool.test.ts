import { describeWithTools } from "../../tools/describe-with-tools";
import { PROMTOOL } from "../../tools/tools";
import { labReplay } from "./lab-replay";

const DURATION = "http_request_duration_seconds";
const labels = (path: string, status: string, more = "") =>
  `{job="backend",namespace="sre-shop",pod="backend-0",method="GET",path="${path}",status="${status}"${more}}`;
const count = (status: string, path = "root") => `${DURATION}_count${labels(path, status)}`;
const UP = 'up{job="backend",pod="backend-0"}';

/** Requests at each sample, so many of a thousand failed, for as many samples. */
const failing = (perThousand: number, samples: number) => ({
  [UP]: `1x${samples}`,
  [count("200")]: `0+${1000 - perThousand}x${samples}`,
  [count("500")]: `0+${perThousand}x${samples}`,
  // Probes never fail and must not make it look better.
  [count("200", "healthz")]: `0+100000x${samples}`,
});
/** Requests at each sample, so many of a thousand above 100 ms and so many of those above 250 ms. */
const slow = (above100: number, above250: number, samples: number) => ({
  [UP]: `1x${samples}`,
  [count("200")]: `0+1000x${samples}`,
  ...Object.fromEntries(
    [
      ["0.1", 1000 - above100],
      ["0.25", 1000 - above250],
    ].map(([le, below]) => [`${DURATION}_bucket${labels("root", "200", `,le="${le}"`)}`, `0+${below}x${samples}`]),
  ),
});
const share = (objective: string, window: string) => `shop:bad:share${window}{objective="${objective}"}`;

describeWithTools([PROMTOOL], "replays: the lab's objectives", () => {
  describe("what is recorded", () => {
    test("customers' requests, without probes, and those that fail", () =>
      labReplay({
        series: failing(20, 80),
        values: [
          ["10m", "shop:requests:rate * 15", 1000],
          ["10m", "shop:requests_failed:rate * 15", 20],
          ["15m", share("success", "5m"), 0.02],
          ["15m", share("success", "30d"), 0.02],
        ],
      }));

    test("no failure is none, and not nothing", () =>
      labReplay({
        series: { [UP]: "1x80", [count("200")]: "0+1000x80" },
        values: [["15m", share("success", "5m"), 0]],
      }));

    // Two thirds of the way from 100 to 250 ms.
    test("slow requests are those above 200 ms, between the bounds", () =>
      labReplay({
        series: slow(90, 30, 80),
        values: [["15m", share("latency", "5m"), 0.05]],
      }));

    test("a backend is unavailable by the pods that don't answer, and whole when there are none", async () => {
      await labReplay({
        series: { [UP]: "1x80", 'up{job="backend",pod="backend-1"}': "0x80" },
        values: [["15m", share("availability", "5m"), 0.5]],
      });
      await labReplay({
        series: { 'up{job="prometheus"}': "1x80" },
        values: [["15m", share("availability", "5m"), 1]],
      });
    });

    test("the budgets: 0.1 % of time and of requests, 5 % of requests for their time", () =>
      labReplay({
        series: {},
        values: [
          ["1m", 'shop:error_budget:share{objective="availability"}', 0.001],
          ["1m", 'shop:error_budget:share{objective="success"}', 0.001],
          ["1m", 'shop:error_budget:share{objective="latency"}', 0.05],
        ],
      }));
  });

  describe("alert ErrorBudgetBurn", () => {
    const alert = "ErrorBudgetBurn";

    test("fires when 2 % of the requests fail, and says so", () =>
      labReplay({
        alert,
        series: failing(20, 80),
        firing: { "10m": 1 },
        instance: {
          at: "10m",
          exp_labels: { objective: "success", severity: "critical", service: "backend" },
          exp_annotations: {
            summary: "2% of the shop is outside its objective for success",
            description: "At this rate the budget of 30 days is gone within five.",
            runbook_url: "https://wiki.company.com/runbooks/error-budget",
          },
        },
      }));

    test("fires at 0.7 % after six hours' worth, by the second pair", () =>
      labReplay({ alert, series: failing(7, 1500), every: "1m", firing: { "6h": 1 } }));

    test("stays silent at 0.5 %", () =>
      labReplay({ alert, series: failing(5, 1500), every: "1m", firing: { "6h": 0 } }));

    test("ends soon after the failures do", () =>
      labReplay({
        alert,
        series: {
          [UP]: "1x480",
          [count("200")]: "0+1000x480",
          [count("500")]: `0+100x120 12000x360`,
        },
        firing: { "29m": 1, "1h10m": 0 },
      }));

    test("fires when one pod of two doesn't answer, and when none is left", async () => {
      const two = { [UP]: "1x80", 'up{job="backend",pod="backend-1"}': "0x80", [count("200")]: "0+1000x80" };
      await labReplay({ alert, series: two, firing: { "10m": 1 } });
      await labReplay({ alert, series: { 'up{job="prometheus"}': "1x80" }, firing: { "10m": 1 } });
    });

    test("stays silent where Prometheus has only begun to read", () =>
      labReplay({
        alert,
        series: { 'up{job="prometheus"}': "1x80", [UP]: "_x2 1x78", [count("200")]: "_x2 0+1000x78" },
        firing: { "1m": 0, "10m": 0 },
      }));

    test("fires for latency at 35 % above 200 ms after six hours' worth, and not at 25 %", async () => {
      await labReplay({ alert, series: slow(350, 350, 1500), every: "1m", firing: { "6h": 1 } });
      await labReplay({ alert, series: slow(250, 250, 1500), every: "1m", firing: { "6h": 0 } });
    });
  });

  describe("alert ErrorBudgetBurnLasting", () => {
    const alert = "ErrorBudgetBurnLasting";
    test("fires at 0.2 % over three days, once for the objective", () =>
      labReplay({
        alert,
        series: failing(2, 1500),
        every: "1m",
        firing: { "6h": 1 },
        values: [["6h", 'count(ALERTS{alertname="ErrorBudgetBurn",alertstate="firing"}) or vector(0)', 0]],
      }));

    test("stays silent at 0.05 %", () =>
      labReplay({
        alert,
        series: { [count("200")]: "0+1999x1500", [count("500")]: "0+1x1500", [UP]: "1x1500" },
        every: "1m",
        firing: { "6h": 0 },
      }));
  });

  test("alert Watchdog fires for good", () =>
    labReplay({ alert: "Watchdog", series: {}, firing: { "0s": 1, "1h": 1 } }));
});
