import { z } from "zod";
import { dnsLabelField, durationField, patternField, siteField } from "./fields";

/**
 * Address of a site that is at the root of its host. Prometheus and Alertmanager would serve everything, probes and API among it, below the path of their
 * external address. Source: Prometheus 2.51 and Alertmanager 0.30, --web.route-prefix (the path of --web.external-url by default).
 */
const rootSiteField = patternField(
  /^https:\/\/[a-z0-9.-]+(:\d+)?$/,
  "an https address without a path",
  "write https:// and a host, and nothing after it: with a path, probes and Grafana would ask at addresses that aren't served",
);

/** `vantage:alerts`: what operators tune about the alerts. Documented thresholds are constants beside their rules. */
export const alertsSection = z
  .strictObject({
    runbooks: siteField.describe("Site that alerts' runbook links begin with. Source: document 000, section 3."),
    dashboards: siteField.describe(
      "Grafana, which alerts' dashboard links begin with. Source: document 000, section 3.",
    ),
    prometheus: rootSiteField.describe(
      "Prometheus, as people reach it: the source that an alert names begins with it. Not documented. A change restarts it.",
    ),
    alertmanager: rootSiteField.describe(
      "Alertmanager, as people reach it: messages link to it, for silences. Not documented. A change restarts it.",
    ),
    sessionStores: z
      .array(dnsLabelField)
      .describe(
        "Redis clusters that warn early, at 85 % of maxmemory: they evict what users still need. Source: document 001, sections 2 and 8.",
      ),
    volumeUsagePercent: z
      .int()
      .min(50)
      .max(95)
      .describe(
        "Use of a persistent volume, in percent, above which it is reported. Source: document 000, section 4 (85).",
      ),
    reschedulingTarget: durationField.describe(
      "How long the pods of an interrupted spot node may be without a place. Source: document 000, section 7 (120 s).",
    ),
    certificateNotice: durationField.describe(
      "How long before its end a certificate of the mesh is reported. Source: document 002, section 14 (30 days).",
    ),
    renewalNotice: durationField.describe(
      "How long before its end a certificate of cert-manager is reported whose renewal is due. A certificate of 90 days is renewed 30 days before its end and never gets there: 21d leaves nine days of retries, and three weeks to mend it. Not documented: document 002, section 14 looks 30 days ahead.",
    ),
    availabilityPercent: z
      .number()
      .min(95)
      .max(99.999)
      .describe(
        "Objective: share of customers' requests, in percent, that are answered without an error of the server, over 30 days. Below 93 the fastest burn rate, 14.4 times what it leaves, would be more than all requests. Source: document 000, section 12 (99.95).",
      ),
    sinkLag: z
      .int()
      .min(1)
      .max(1_000_000_000)
      .describe(
        "Records of a topic that the sinks may be behind. 720000 is a minute of the busiest topic that is indexed.",
      ),
  })
  .describe("Thresholds of alerts, and the sites that they link to.");
