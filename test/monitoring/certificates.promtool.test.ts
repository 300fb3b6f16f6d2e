import { describeWithTools } from "../tools/describe-with-tools";
import { PROMTOOL } from "../tools/tools";
import { type Points, type ReplayedSeries, replay } from "./replay";

const DAY = 86_400;
/** The engine's clock begins at 0 with the replay. */
const WHEN = { from: "06:00", until: "09:00" } as const;

const WEBHOOK = "redis-operator-webhook-certs";

/** As cert-manager labels it, with what the scrape adds of the pod that leads. */
const labels = (name: string, pod: string, more = "") =>
  `{job="kubernetes-pods",app="cert-manager",app_kubernetes_io_component="controller",pod="cert-manager-${pod}",namespace="redis-system",` +
  `name="${name}",issuer_group="cert-manager.io",issuer_kind="Issuer",issuer_name="${WEBHOOK}"${more}}`;

/** The end of a certificate and the time of its renewal, in seconds after the replay has begun. */
const times = (ends: Points, renewal: Points, name = WEBHOOK, pod = "a"): readonly ReplayedSeries[] => [
  { series: `certmanager_certificate_expiration_timestamp_seconds${labels(name, pod)}`, gauge: ends },
  { series: `certmanager_certificate_renewal_timestamp_seconds${labels(name, pod)}`, gauge: renewal },
];

/** Which condition holds. */
const ready = (conditions: Readonly<Record<string, "True" | "False" | "Unknown">>): readonly ReplayedSeries[] =>
  ["True", "False", "Unknown"].map((condition) => ({
    series: `certmanager_certificate_ready_status${labels(WEBHOOK, "a", `,condition="${condition}"`)}`,
    gauge: Object.fromEntries(Object.entries(conditions).map(([at, holds]) => [at, holds === condition ? 1 : 0])),
  }));

describeWithTools([PROMTOOL], "replays: certificates", () => {
  describe("alert CertificateExpiring", () => {
    const alert = "CertificateExpiring";

    // 90 days, renewed 30 before the end: for nine days and ten minutes it has failed.
    test("fires an hour after less than 21 days are left of a renewal that fails, with the certificate's name", () =>
      replay({
        alert,
        ...WHEN,
        series: times({ "06:00": 21 * DAY + 600 }, { "06:00": -9 * DAY + 600 }),
        firing: { "06:30": 0, "07:10": 0, "07:10:30": 1, "09:00": 1 },
        instance: {
          at: "08:10",
          labels: { namespace: "redis-system", name: WEBHOOK, severity: "warning", team: "platform-infra" },
          annotations: {
            summary: `Certificate redis-system/${WEBHOOK} ends in 20d 22h 0m 0s`,
            description: "cert-manager should have renewed it by now. Its last CertificateRequest says what failed.",
            runbook_url: "https://runbooks.vantage.internal/certificates",
          },
        },
      }));

    test("fires an hour after the renewal of a certificate of a week is due", () =>
      replay({
        alert,
        ...WHEN,
        series: times({ "06:00": 2 * DAY + 3600 }, { "06:00": 3600 }),
        firing: { "07:00": 0, "08:00": 0, "08:01": 1 },
      }));

    test("fires when it has ended, and once while two pods tell of it", () =>
      replay({
        alert,
        ...WHEN,
        series: [
          ...times({ "06:00": 1800, "08:30": "gone" }, { "06:00": -DAY, "08:30": "gone" }),
          ...times({ "08:00": 1800 }, { "08:00": -DAY }, WEBHOOK, "b"),
        ],
        firing: { "07:01": 1, "08:15": 1, "09:00": 1 },
      }));

    test("stays silent about a renewal 30 days before the end, and one that takes 50 minutes", () =>
      replay({
        alert,
        ...WHEN,
        series: [
          ...times({ "06:00": 30 * DAY, "06:05": 90 * DAY }, { "06:00": 60, "06:05": 60 * DAY }),
          ...times({ "06:00": 2 * DAY, "06:51": 7 * DAY }, { "06:00": 60, "06:51": 5 * DAY }, "short"),
        ],
        firing: { "06:04": 0, "06:50": 0, "07:30": 0, "09:00": 0 },
      }));

    // Document 001, section 11: 29 days left, renewal scheduled.
    test("stays silent about the documented 29 days, and about what is renewed later or lives shorter", () =>
      replay({
        alert,
        ...WHEN,
        series: [
          ...times({ "06:00": 29 * DAY }, { "06:00": DAY }, "api-gateway"),
          ...times({ "06:00": 16 * DAY }, { "06:00": DAY }, "late"),
          ...times({ "06:00": 5 * DAY }, { "06:00": 3 * DAY }, "week"),
        ],
        firing: { "07:01": 0, "09:00": 0 },
      }));

    test("stays silent about one that was never issued, which is not ready", () =>
      replay({ alert, ...WHEN, series: times({ "06:00": 0 }, { "06:00": 0 }), firing: { "07:01": 0, "09:00": 0 } }));
  });

  describe("alert CertificateNotReady", () => {
    const alert = "CertificateNotReady";

    test("fires when it has not been ready for ten minutes", () =>
      replay({
        alert,
        ...WHEN,
        until: "07:30",
        series: ready({ "06:00": "True", "06:30": "False", "07:15": "True" }),
        firing: { "06:39:30": 0, "06:40": 1, "07:14": 1, "07:16": 0 },
        instance: {
          at: "06:40",
          labels: { namespace: "redis-system", name: WEBHOOK, severity: "critical", team: "platform-infra" },
          annotations: {
            summary: `Certificate redis-system/${WEBHOOK} is not ready`,
            description: "It was never issued, has ended, or doesn't fit its Secret: what serves with it is refused.",
            runbook_url: "https://runbooks.vantage.internal/certificates",
          },
        },
      }));

    test("fires when it goes from one condition to the other in between", () =>
      replay({
        alert,
        ...WHEN,
        until: "07:00",
        series: ready({ "06:00": "Unknown", "06:05": "False", "06:09": "Unknown" }),
        firing: { "06:09:30": 0, "06:10": 1, "07:00": 1 },
      }));

    test("stays silent while it is ready, and about a new one that is issued in nine minutes", () =>
      replay({
        alert,
        ...WHEN,
        until: "07:00",
        series: ready({ "06:00": "True", "06:30": "Unknown", "06:31": "False", "06:39": "True" }),
        firing: { "06:15": 0, "06:40": 0, "07:00": 0 },
      }));
  });
});
