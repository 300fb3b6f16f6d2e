import { z } from "zod";
import { cronField, dnsLabelField, durationField, imageField, labelsField, quantityField } from "./fields";

const amount = z.strictObject({ cpu: quantityField, memory: quantityField });
const least = "Source: document 000, sections 1 and 4; where they show no request, the average use it shows.";

const deployment = z.strictObject({
  namespace: dnsLabelField.describe("Namespace of the Deployment: one of `reserves`."),
  labels: labelsField.describe("Labels by which the Deployment's pods are told from others: what its budget selects."),
  requests: amount.describe(`What a pod asks for. Quotas are computed from it. ${least}`),
  limits: amount.describe(
    "What a pod may use. Quotas are computed from it. Not documented but for analytics-aggregator (document 000, section 8): room above the average use.",
  ),
  replicas: z
    .int()
    .min(1)
    .max(500)
    .optional()
    .describe("Pods, where no autoscaler decides. The Deployment itself says so; this is for quotas and budgets."),
  autoscaler: z
    .strictObject({
      min: z.int().min(1).max(500).describe("Least pods."),
      max: z.int().min(1).max(500).describe("Most pods. The namespace's quota grows with it."),
      cpuPercent: z
        .int()
        .min(10)
        .max(95)
        .describe("Average use of the requested CPU at which pods are added, in percent; the sidecar counts."),
    })
    .optional()
    .describe(
      "HorizontalPodAutoscaler. The Deployment then states no `replicas`. Source: document 000, section 1 (HorizontalPodAutoscalers).",
    ),
  maxUnavailable: z
    .int()
    .min(1)
    .max(100)
    .optional()
    .describe(
      "Disruption budget: pods that a drain may take at once. Source: document 000, section 1 (PodDisruptionBudgets Consulted).",
    ),
  minAvailable: z
    .int()
    .min(1)
    .max(100)
    .optional()
    .describe(
      "Disruption budget: pods that a drain leaves. Fewer than the least number of pods, or nothing is ever drained.",
    ),
});

const run = z.strictObject({
  schedule: cronField.describe("When it is due, in UTC."),
  deadline: durationField.describe("Time after which it is given up, retries included."),
});

/** `vantage:workloads`: what the platform holds of the teams' workloads. */
export const workloadsSection = z
  .strictObject({
    containers: z
      .strictObject({
        requests: amount.describe("What a container asks for that doesn't say."),
        limits: amount.describe("What a container may use that doesn't say."),
        max: amount.describe("Highest limits of a container. Source: document 002, section 12 (max 16 GiB)."),
      })
      .describe("LimitRange of every service namespace. It holds for containers that start from then on."),
    reserves: z
      .record(
        dnsLabelField,
        z.strictObject({
          requests: amount,
          limits: amount,
          pods: z.int().min(1).max(1_000).describe("Pods beside those of `deployments`."),
          criticalPods: z
            .int()
            .min(0)
            .max(1_000)
            .default(0)
            .describe("How many of these pods may be `critical-service`, because they have a budget. Default 0."),
          identities: z
            .array(z.string())
            .default([])
            .describe(
              "Identities of `vantage:storage.identities` whose pods this stack doesn't make, and which the reserve has room for. Default none.",
            ),
        }),
      )
      .describe(
        "Service namespaces, each with what its quota has beyond the Deployments below: jobs, helpers, what nobody named here. Namespaces of the platform's own systems have no quota.",
      ),
    deployments: z
      .record(dnsLabelField, deployment)
      .describe("The teams' Deployments, by name, that have an autoscaler, a budget or a share in a quota."),
    analyticsBatch: z
      .strictObject({
        identity: z.string().describe("Identity of `vantage:storage.identities`: account, namespace and bucket."),
        image: imageField.describe("Image of the aggregation, with Python and /app/aggregate.py. Not documented."),
        nodePool: z
          .string()
          .describe("Node pool of the runs, whose taints they tolerate. Source: document 002, section 12."),
        requests: amount.describe("Source: document 002, section 2 (2; 6Gi, 4Gi before 2025-10-03)."),
        limits: amount.describe("Source: document 002, section 2 (4; 12Gi, 8Gi before 2025-10-03)."),
        retries: z
          .int()
          .min(0)
          .max(10)
          .describe("How often a failed run is begun again, from its start. Source: document 002, section 12."),
        daily: run.describe("The run over a day's orders. Source: document 002, sections 7 and 12 (04:00 UTC)."),
        monthly: run.describe(
          "The run over last month's orders, once. Source: document 002, section 7 (on the 1st); section 12 lets it be started until the 3rd.",
        ),
      })
      .describe("analytics-batch-processor, which the platform runs."),
  })
  .describe("Quotas, autoscalers and disruption budgets of services, and the analytics runs.");
