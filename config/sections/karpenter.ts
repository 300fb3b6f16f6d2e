import { z } from "zod";
import { autoscalerSettings } from "./cluster-autoscaler";
import {
  dnsLabelField,
  durationField,
  labelsField,
  patternField,
  percentField,
  quantityField,
  releaseField,
  taintsField,
} from "./fields";

/**
 * Steps of the move from cluster-autoscaler to Karpenter, in order.
 *
 * Source: document 001, section 1, Migration execution timeline; section 11, Morning Checks (what is left is deleted a week later).
 */
export const KARPENTER_PHASES = ["deployed", "25", "50", "75", "full", "decommissioned", "removed"] as const;

/** A step of the move from cluster-autoscaler to Karpenter. */
export type KarpenterPhase = (typeof KARPENTER_PHASES)[number];

const nodePool = z.strictObject({
  instanceTypes: z.array(z.string()).min(1).describe("Instance types Karpenter may choose from."),
  capacityTypes: z
    .array(z.enum(["on-demand", "spot"]))
    .min(1)
    .describe("Purchase options; Karpenter takes spot wherever it is allowed and to be had."),
  labels: labelsField.default({}).describe("Labels of the nodes."),
  taints: taintsField.default([]).describe("Taints of the nodes."),
  replaces: z
    .string()
    .describe(
      "Node group whose workloads move here: its `node.kubernetes.io/pool` label is set on the nodes, so that selectors go on matching.",
    ),
  migrated: z
    .boolean()
    .default(false)
    .describe(
      "Whether the pool takes its share step by step (true) or is activated as a whole in phase `full`. Default false.",
    ),
  architectures: z
    .array(z.enum(["amd64", "arm64"]))
    .min(1)
    .optional()
    .describe("Processor architectures; without it those of the instance types."),
  managedByLabel: z
    .boolean()
    .default(false)
    .describe(
      "Whether the documents print the label `karpenter.sh/managed-by` on the pool. Karpenter admits it nowhere: kept for the documented rendering. Default false.",
    ),
  limits: z.strictObject({
    cpu: z.int().min(1).describe("Cores in total."),
    memory: quantityField.describe("Memory in total."),
  }),
  maxPods: z
    .int()
    .min(1)
    .max(250)
    .optional()
    .describe("Pods per node; without it the number of addresses on the node's interfaces decides."),
  reservations: z
    .boolean()
    .default(false)
    .describe(
      "Whether `vantage:kubelet` reservations are set on this pool. Default false: the documents set them on default-nodepool only.",
    ),
  consolidateAfter: durationField.describe(
    "How long a node may be underutilised. Karpenter 0.37 refuses it beside WhenUnderutilized: kept for the documented rendering.",
  ),
  expireAfter: durationField.describe("Age at which a node is replaced."),
  disruptionBudget: percentField.describe(
    "Share of the pool's nodes that may be disrupted at once; 20% stands for the documented minAvailable 80%.",
  ),
  weight: z
    .int()
    .min(1)
    .max(100)
    .describe("Priority among NodePools: the highest that fits is used first. It is no share of the traffic."),
});

/** `vantage:karpenter`: node provisioning, and the way to it from cluster-autoscaler. */
export const karpenterSection = z
  .strictObject({
    version: releaseField.describe("Release of controller, CRDs and chart. Source: document 001, section 1 (0.37.0)."),
    namespace: dnsLabelField.describe("Namespace of the controller. Source: document 001, section 1."),
    replicas: z.int().min(2).max(5).describe("Controller pods, one leading. Source: document 001, section 1 (2)."),
    phase: z
      .enum(KARPENTER_PHASES)
      .meta({ allowed: `one of ${KARPENTER_PHASES.join(", ")}` })
      .describe(
        "Step of the migration: sets limits and weights of the NodePools, and whether cluster-autoscaler is installed and runs. See docs/runbooks/karpenter-migration.md.",
      ),
    interruptionQueue: z.strictObject({
      name: patternField(
        /^[A-Za-z0-9_-]{1,80}$/,
        "1 to 80 letters, digits, hyphens and underscores",
        "shorten it or leave out other characters",
      ).describe("Name of the SQS queue. Source: document 001, section 1."),
      retention: durationField.describe(
        "How long an event waits, 60s to 14d. Source: Karpenter 0.37.0 CloudFormation template (300s): an older warning is useless.",
      ),
    }),
    instanceProfile: patternField(
      /^[\w+=,.@-]{1,128}$/,
      "1 to 128 letters, digits and +=,.@_-",
      "shorten it or leave out other characters",
    ).describe("Name of the instance profile of Karpenter's nodes. Source: document 001, sections 1 and 6."),
    nodeClass: z
      .strictObject({
        name: dnsLabelField.describe("Name of the EC2NodeClass."),
        nodeName: z.string().min(1).max(256).describe("`Name` tag of the instances. Source: document 001, section 6."),
        rootVolume: quantityField.describe("Size of the encrypted gp3 root volume, whole GiB."),
        iops: z.int().min(3000).max(16000).describe("Operations per second of the root volume."),
        throughput: z.int().min(125).max(1000).describe("MiB per second of the root volume."),
      })
      .describe("The EC2NodeClass all NodePools share."),
    nodePools: z.record(dnsLabelField, nodePool).describe("NodePools, by name."),
    clusterAutoscaler: autoscalerSettings.describe(
      "cluster-autoscaler: at work until phase `full`, no pods in `decommissioned`, not installed in `removed`. Required in every phase: a way back installs it with these values.",
    ),
    terminationHandler: z
      .strictObject({ version: releaseField.describe("Release. Source: document 000, sections 1 and 7 (1.22.0).") })
      .describe("aws-node-termination-handler on nodes that Karpenter does not manage."),
  })
  .describe("Karpenter.");
