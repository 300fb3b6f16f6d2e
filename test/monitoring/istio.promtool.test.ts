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
      series: `pilot_xds{job="kubernetes-pods",app="istiod",namespace="istio-system",pod="istiod-5d8f7c9b6-${istiod}",version="1.22.4"}`,
      gauge: points,
    });
    /** One series a proxy, as kube-state-metrics has them: `from` on, `count` of them. */
    const running = (
      kind: "container" | "init_container",
      namespace: string,
      count: number,
      points: Points,
      from = 0,
    ): readonly ReplayedSeries[] =>
      Array.from({ length: count }, (_, index) => ({
        series:
          `kube_pod_${kind}_status_running{job="kubernetes-service-endpoints",service="prometheus-kube-state-metrics",` +
          `namespace="${namespace}",pod="proxied-${from + index}",uid="uid-${from + index}",container="istio-proxy"}`,
        gauge: points,
      }));
    const sidecars = (count: number, points: Points = { "10:30": 1 }, from = 0) =>
      running("init_container", "checkout-prod", count, points, from);
    /** Three ingress and two egress gateways, whose proxy is what the pod is for. */
    const GATEWAYS = running("container", "istio-system", 5, { "10:30": 1 }, 1000);

    // 412 sidecars are init containers, as istiod injects them here.
    test("fires when 50 of 417 are not connected for five minutes", () =>
      replay({
        alert,
        ...WHEN,
        series: [
          ...sidecars(412),
          ...GATEWAYS,
          connected("a", { "10:30": 209, "10:40": 183 }),
          connected("b", { "10:30": 208, "10:40": 184 }),
        ],
        firing: { "10:44:30": 0, "10:45": 1, "11:30": 1 },
      }));

    test("fires when no istiod is left to count them", () =>
      replay({
        alert,
        ...WHEN,
        series: [...sidecars(412), ...GATEWAYS, connected("a", { "10:30": 417, "10:40": "gone" })],
        firing: { "10:45": 1, "11:30": 1 },
      }));

    test("fires when the proxies are containers, as where native sidecars are off", () =>
      replay({
        alert,
        ...WHEN,
        series: [
          ...running("container", "checkout-prod", 412, { "10:30": 1 }),
          ...GATEWAYS,
          connected("a", { "10:30": 417, "10:40": 367 }),
        ],
        firing: { "10:44:30": 0, "10:45": 1 },
      }));

    test("fires when neither gateways nor an istiod are left", () =>
      replay({ alert, ...WHEN, series: sidecars(412), firing: { "10:34:30": 0, "10:35": 1 } }));

    test("stays silent with all of 417, and when one istiod restarts", () =>
      replay({
        alert,
        ...WHEN,
        series: [
          ...sidecars(412),
          ...GATEWAYS,
          connected("a", { "10:30": 209, "10:40": "gone", "10:43": 0 }),
          connected("b", { "10:30": 208, "10:41": 417 }),
        ],
        firing: { "10:39": 0, "10:46": 0, "11:30": 0 },
      }));

    test("stays silent when a service is scaled down, and its proxies with it", () =>
      replay({
        alert,
        ...WHEN,
        series: [
          ...sidecars(330),
          ...sidecars(82, { "10:30": 1, "10:40": "gone" }, 330),
          ...GATEWAYS,
          connected("a", { "10:30": 417, "10:40": 335 }),
        ],
        firing: { "10:41": 0, "11:30": 0 },
      }));

    test("stays silent about init containers that have ended, which are no proxies any more", () =>
      replay({
        alert,
        ...WHEN,
        series: [...sidecars(100), ...sidecars(100, { "10:30": 0 }, 100), connected("a", { "10:30": 100 })],
        firing: { "11:30": 0 },
      }));

    test("stays silent where there is no mesh", () => replay({ alert, ...WHEN, series: [], firing: { "11:30": 0 } }));
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
      series:
        `istio_requests_total{job="kubernetes-pods",namespace="web-prod",pod="${caller}",reporter="${reporter}",source_workload="web-frontend",` +
        `source_workload_namespace="web-prod",destination_workload="checkout-service",destination_service="checkout.checkout-prod.svc.cluster.local",` +
        `destination_service_name="checkout",destination_service_namespace="checkout-prod",request_protocol="http",response_code="${code}",` +
        `response_flags="-",connection_security_policy="unknown"}`,
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

    test("fires when a service that is called a little more than once a second fails", () =>
      replay({
        alert,
        ...WHEN,
        series: [requests("200", 0.9), requests("503", 0.2)],
        firing: { "10:45": 1, "11:30": 1 },
      }));

    // One failed request of two in five minutes would be half of all.
    test("stays silent about single failures of a service that is hardly called", async () => {
      const once = { ...requests("503", 0), counter: { "10:30": 0, "10:50": 1 / 15, "10:50:15": 0 } };
      await replay({ alert, ...WHEN, series: [requests("200", 0.01), once], firing: { "10:51": 0, "11:00": 0 } });
      await replay({ alert, ...WHEN, series: [requests("200", 0.5), requests("503", 0.4)], firing: { "11:30": 0 } });
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
