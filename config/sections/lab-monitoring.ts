import { z } from "zod";
import { dnsLabelField, durationField, imageField, quantityField, siteField } from "./fields";

/** What error budgets are of, in seconds: 30 days. Source: charts/monitoring/rules/availability.ts. */
const BUDGET_SECONDS = 30 * 86_400;

const percentAbove = (least: number) => z.number().min(least).max(99.999);

const objectives = z.strictObject({
  availabilityPercent: percentAbove(95)
    .default(99.9)
    .describe(
      "Share of the time, in percent, in which the backend answers, over 30 days. Default 99.9. Source: document 003, section 7 (SRE Metrics Review).",
    ),
  successPercent: percentAbove(95)
    .default(99.9)
    .describe(
      "Share of the requests, in percent, that are answered without an error of the server, over 30 days. Default 99.9. Source: document 003, section 7 (SRE Metrics Review: error rate below 0.1 %).",
    ),
  latencyMilliseconds: z
    .int()
    .min(5)
    .max(10_000)
    .default(200)
    .describe(
      "Time within which requests are answered. Default 200. The limits are the first and the last bound that the backend counts at. Source: document 003, section 7 (SRE Metrics Review).",
    ),
  latencyPercent: percentAbove(50)
    .default(95)
    .describe(
      "Share of the requests, in percent, that are answered within that time. Default 95, the documented percentile. Source: document 003, section 7 (SRE Metrics Review).",
    ),
});

const images = z.strictObject({
  prometheus: imageField.describe("Prometheus. A change restarts it; meanwhile nothing is recorded."),
  thanos: imageField.describe("Thanos, which copies finished blocks to the bucket. Restarts Prometheus with it."),
  grafana: imageField.describe("Grafana, with a shell. A change ends everybody's session."),
  alertmanager: imageField.describe("Alertmanager. Silences are on its volume and outlive a change."),
  kubeStateMetrics: imageField.describe("kube-state-metrics, of a release made for the cluster's minor version."),
  nodeExporter: imageField.describe("Prometheus' exporter of nodes."),
});

/** `vantage:labMonitoring`: Prometheus, Grafana and Alertmanager as workloads of the stack, for a cluster that has no add-on for them. */
export const labMonitoringSection = z
  .strictObject({
    namespace: dnsLabelField
      .default("monitoring")
      .describe(
        "Namespace of everything of it. Default monitoring. Source: document 003, section 1 (Monitoring Stack Verification).",
      ),
    images: images.describe("Images. The documents name none."),
    retention: durationField
      .refine(({ seconds }) => seconds >= BUDGET_SECONDS, {
        params: { allowed: "30d or more", mend: "keep the 30 days that error budgets are of, or leave the field out" },
      })
      .prefault("35d")
      .describe(
        "How long Prometheus itself keeps what it has read; the bucket keeps what its lifecycle says. Default 35d: error budgets are of 30 days, and are computed of what it keeps itself. A shorter one deletes what is older.",
      ),
    volume: quantityField
      .prefault("50Gi")
      .describe(
        "Prometheus' volume. Default 50Gi: some 20,000 series every 15 s at 2 bytes a sample are 8 GB in 35 days, and an exercise may make as many again. Of a set that is there Kubernetes refuses the change: enlarge the claim, then make the set anew without its pods.",
      ),
    blocksIdentity: z
      .string()
      .default("prometheus-blocks")
      .describe(
        "Identity of `vantage:storage.identities` with which blocks are copied; its bucket is the long-term storage. Source: document 003, section 2 (Prometheus Data Backup).",
      ),
    runbooks: siteField.describe(
      "Site that alerts' runbook links begin with. Source: document 003, section 6 (Alert Configuration Examples).",
    ),
    receivers: dnsLabelField
      .default("alertmanager-receivers")
      .describe(
        "Secret with the keys of the services that are told: `pagerduty-routing-key` for pages, `slack-tickets-url` for tickets. Made by whoever runs the cluster; without it alerts show in Alertmanager and tell nobody.",
      ),
    objectives: objectives.prefault({}).describe("What the shop promises. Alerts, burn rates and dashboards follow."),
  })
  .describe("Monitoring of the SRE lab.");
