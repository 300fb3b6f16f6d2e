import { describeWithTools } from "../tools/describe-with-tools";
import { PROMTOOL } from "../tools/tools";
import { type Points, type ReplayedSeries, replay } from "./replay";

const DAY = 86_400;
/** The engine's clock begins at 0 with the replay. */
const WHEN = { from: "10:30", until: "11:30" } as const;

const ends = (metric: string, istiod: string, points: Points): ReplayedSeries => ({
  series: `${metric}{pod="${istiod}"}`,
  gauge: points,
});

describeWithTools([PROMTOOL], "replays: Istio", () => {
  describe.each([
    ["IstioRootCertificateExpiring", "citadel_server_root_cert_expiry_timestamp", 30],
    ["IstioIntermediateCertificateExpiring", "citadel_server_cert_chain_expiry_timestamp", 30],
    ["IstioIntermediateCertificateUrgent", "citadel_server_cert_chain_expiry_timestamp", 7],
  ])("alert %s", (alert, metric, days) => {
    test("fires when ten minutes of its notice have passed", () =>
      replay({
        alert,
        ...WHEN,
        series: [ends(metric, "a", { "10:30": days * DAY + 600 })],
        firing: { "10:40": 0, "10:50": 0, "10:50:30": 1 },
      }));

    test("fires when istiod could not read the certificate", () =>
      replay({ alert, ...WHEN, series: [ends(metric, "a", { "10:30": -1 })], firing: { "10:40": 1 } }));

    test("fires as long as one of two istiods has not been restarted after a rotation", () =>
      replay({
        alert,
        ...WHEN,
        series: [
          ends(metric, "a", { "10:30": DAY }),
          ends(metric, "b", { "10:30": DAY, "10:50": "gone" }),
          ends(metric, "c", { "10:51": 180 * DAY }),
        ],
        firing: { "10:40": 1, "11:30": 1 },
      }));

    // Document 002, section 3: six months.
    test("stays silent after the documented rotation", () =>
      replay({
        alert,
        ...WHEN,
        series: [ends(metric, "a", { "10:30": 180 * DAY }), ends(metric, "b", { "10:30": 180 * DAY })],
        firing: { "11:30": 0 },
      }));

    test("stays silent while there is as much left as its notice, and where it is over in nine minutes", () =>
      replay({
        alert,
        ...WHEN,
        series: [ends(metric, "a", { "10:30": days * DAY + 600, "10:49": 180 * DAY })],
        firing: { "10:40": 0, "10:50:30": 0, "11:30": 0 },
      }));
  });

  describe("alert IstioProxiesDisconnected", () => {
    const alert = "IstioProxiesDisconnected";
    const connected = (istiod: string, points: Points): ReplayedSeries => ({
      series: `pilot_xds{pod="${istiod}",version="1.22.4"}`,
      gauge: points,
    });
    /** Proxies that run, one series a pod in the cluster, here in lots. */
    const running = (points: Points): ReplayedSeries => ({
      series: 'kube_pod_container_status_running{namespace="checkout-prod",container="istio-proxy"}',
      gauge: points,
    });

    test("fires when 50 of 412 are not connected for five minutes", () =>
      replay({
        alert,
        ...WHEN,
        series: [
          running({ "10:30": 412 }),
          connected("a", { "10:30": 206, "10:40": 181 }),
          connected("b", { "10:30": 206, "10:40": 181 }),
        ],
        firing: { "10:44:30": 0, "10:45": 1, "11:30": 1 },
      }));

    test("fires when no istiod is left to count them", () =>
      replay({
        alert,
        ...WHEN,
        series: [running({ "10:30": 412 }), connected("a", { "10:30": 412, "10:40": "gone" })],
        firing: { "10:45": 1, "11:30": 1 },
      }));

    test("stays silent with the documented 412 of 412, and when one istiod restarts", () =>
      replay({
        alert,
        ...WHEN,
        series: [
          running({ "10:30": 412 }),
          connected("a", { "10:30": 206, "10:40": "gone", "10:43": 0 }),
          connected("b", { "10:30": 206, "10:41": 412 }),
        ],
        firing: { "10:39": 0, "10:46": 0, "11:30": 0 },
      }));

    test("stays silent when a service is scaled down, and its proxies with it", () =>
      replay({
        alert,
        ...WHEN,
        series: [running({ "10:30": 412, "10:40": 330 }), connected("a", { "10:30": 412, "10:40": 330 })],
        firing: { "11:30": 0 },
      }));
  });

  describe("alert IstioConfigurationRejected", () => {
    const alert = "IstioConfigurationRejected";
    const rejects = (points: Points, type = "lds"): ReplayedSeries => ({
      series: `pilot_total_xds_rejects{pod="a",type="${type}"}`,
      counter: points,
    });

    test("fires after ten minutes of refusals", () =>
      replay({
        alert,
        ...WHEN,
        series: [rejects({ "10:30": 0, "10:40": 0.2 }), rejects({ "10:30": 0 }, "cds")],
        firing: { "10:49:30": 0, "10:51": 1 },
      }));

    test("stays silent about a few at once", () =>
      replay({
        alert,
        ...WHEN,
        series: [rejects({ "10:30": 0, "10:40": 0.2, "10:41": 0 })],
        firing: { "10:47": 0, "10:52": 0, "11:30": 0 },
      }));
  });

  describe("alert IstioServerErrors", () => {
    const alert = "IstioServerErrors";
    const requests = (code: string, perSecond: number, caller = "a", reporter = "source"): ReplayedSeries => ({
      series: `istio_requests_total{pod="${caller}",reporter="${reporter}",response_code="${code}",destination_service_name="checkout",destination_service_namespace="checkout-prod"}`,
      counter: { "10:30": perSecond },
    });

    test("fires after five minutes with one in a hundred, as a share of all requests", () =>
      replay({
        alert,
        ...WHEN,
        series: [requests("200", 99), requests("503", 0.5), requests("500", 0.5)],
        firing: { "10:35": 0, "10:35:30": 1 },
        values: [
          { at: "10:35:30", expr: `ALERTS{alertname="${alert}",destination_service_name="checkout"}`, value: 1 },
        ],
      }));

    // Document 002, section 8. A failing series divided by itself would be 1.
    test("stays silent at the documented 0.02 %", () =>
      replay({ alert, ...WHEN, series: [requests("200", 99.98), requests("503", 0.02)], firing: { "11:30": 0 } }));

    test("stays silent at half a percent, and when all requests of one small caller fail", async () => {
      await replay({ alert, ...WHEN, series: [requests("200", 99.5), requests("503", 0.5)], firing: { "11:30": 0 } });
      await replay({ alert, ...WHEN, series: [requests("200", 999), requests("503", 1, "b")], firing: { "11:30": 0 } });
    });

    test("stays silent about 4xx, and without requests, by which nothing can be divided", async () => {
      await replay({ alert, ...WHEN, series: [requests("200", 90), requests("404", 10)], firing: { "11:30": 0 } });
      await replay({ alert, ...WHEN, series: [requests("200", 0), requests("503", 0)], firing: { "11:30": 0 } });
    });

    test("stays silent about what the called proxy says, which the caller says, too", () =>
      replay({
        alert,
        ...WHEN,
        series: [requests("200", 100), requests("503", 50, "a", "destination")],
        firing: { "11:30": 0 },
      }));
  });
});
