import { z } from "zod";
import { dnsLabelField, patternField } from "./fields";

/** Charts that the stack installs beside Karpenter's own. */
export const ADD_ONS = [
  "cert-manager",
  "ingress-nginx",
  "metrics-server",
  "velero",
  "fluent-bit",
  "prometheus",
  "grafana",
  "alertmanager",
  "prometheus-node-exporter",
  "strimzi-kafka-operator",
  "local-static-provisioner",
  "aws-load-balancer-controller",
] as const;

/** Name of an add-on. */
export type AddOnName = (typeof ADD_ONS)[number];

const addOn = z.strictObject({
  chart: patternField(
    /^v?\d+\.\d+\.\d+$/,
    "an exact chart version such as 25.18.0",
    "write major.minor.patch: a range installs something else tomorrow",
  ).describe("Exact chart version. The application version it carries is in config/reference/charts.ts."),
  namespace: dnsLabelField.describe("Namespace of the release."),
  replicas: z.int().min(1).max(10).optional().describe("Pods, where the chart has a Deployment of its own."),
});

/** `vantage:addOns`: Helm releases, each at one chart version. */
export const addOnsSection = z
  .strictObject({
    releases: z
      .partialRecord(z.enum(ADD_ONS), addOn)
      .describe(
        "Helm releases by add-on. What is here is installed, local-static-provisioner only where a pool has local volumes.",
      ),
  })
  .describe("Software installed on the cluster by Helm.");
