import { z } from "zod";
import { durationField, releaseField } from "./fields";

/** What is tuned about cluster-autoscaler, wherever a stack installs it. */
export const autoscalerSettings = z.strictObject({
  version: releaseField.describe("Release. Source: document 000, section 1 (1.28.2)."),
  scaleDownDelay: durationField.describe(
    "Wait after a scale-up before nodes are removed. Source: document 000, section 1 (Scaling Cooldown 300s).",
  ),
  scaleDownUnneeded: durationField.describe(
    "How long a node must be unneeded. Source: document 000, section 1 (600s).",
  ),
  scaleDownUtilizationThreshold: z
    .number()
    .min(0)
    .max(1)
    .describe("Requests over allocatable below which a node is unneeded. Source: document 000, section 1 (0.5)."),
});

/** `vantage:clusterAutoscaler`: resizes the node groups of a stack that has no Karpenter. */
export const clusterAutoscalerSection = autoscalerSettings.describe(
  "cluster-autoscaler of a stack without Karpenter; with Karpenter it is set in `vantage:karpenter.clusterAutoscaler`, whose phases retire it. Source: document 003, section 4 (Cluster Scaling Optimization).",
);
