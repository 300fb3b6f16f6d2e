import { z } from "zod";
import { durationField, labelsField, patternField, quantityField, taintsField } from "./fields";

/** Resources that the kubelet withholds from pods. */
const reservation = z.strictObject({ cpu: quantityField, memory: quantityField });

/** `vantage:kubelet`: what every node of the stack sets aside and cleans up. */
export const kubeletSection = z
  .strictObject({
    systemReserved: reservation.describe("Kept for the operating system. Source: document 000, section 1."),
    kubeReserved: reservation.describe("Kept for kubelet and container runtime. Source: document 000, section 1."),
    evictionHard: z
      .record(
        z.enum(["memory.available", "nodefs.available", "imagefs.available"]),
        patternField(
          /^(\d+(\.\d+)?(Ki|Mi|Gi)|\d{1,2}%)$/,
          "a quantity such as 100Mi or a percentage such as 10%",
          "write an amount with Ki, Mi or Gi, or a whole percentage below 100%",
        ),
      )
      .describe("Below these the kubelet evicts pods at once. Source: document 000, sections 1 and 3."),
    imageGc: z
      .strictObject({
        highThresholdPercent: z
          .int()
          .min(1)
          .max(100)
          .describe("Disk usage at which unused images are removed. Source: document 000, section 3 (85)."),
        lowThresholdPercent: z
          .int()
          .min(0)
          .max(99)
          .describe("Disk usage down to which they are removed. Source: document 000, section 3 (70)."),
        minimumAge: durationField.describe("Age below which an image is kept. Source: document 000, section 3 (2m)."),
      })
      .describe("Image garbage collection."),
  })
  .describe("Kubelet settings of every node pool.");

const nodePool = z.strictObject({
  manager: z
    .enum(["eks", "self"])
    .default("eks")
    .describe(
      "`eks`: managed node group. `self`: an Auto Scaling group that no autoscaler touches, for nodes whose disks hold data; of one on-demand instance type. Default eks.",
    ),
  instanceTypes: z
    .array(z.string())
    .min(1)
    .describe(
      "Instance types, the preferred one first; a spot pool needs several of the same size. Changing them replaces the nodes, rolling.",
    ),
  capacity: z
    .enum(["on-demand", "spot"])
    .default("on-demand")
    .describe(
      "How instances are bought. A spot pool needs the label `capacity-type: spot`, by which the termination handler finds its nodes. Default on-demand: nothing is interrupted.",
    ),
  nodes: z
    .strictObject({
      min: z.int().min(0).max(450),
      desired: z
        .int()
        .min(0)
        .max(450)
        .describe("Size when created; afterwards the autoscaler owns it and changes here are ignored."),
      max: z.int().min(1).max(450),
    })
    .describe("Number of nodes. 450 is EKS's quota for one managed node group."),
  subnets: z.string().describe("Subnet group of role `nodes` that the nodes live in."),
  labels: labelsField.default({}).describe("Labels of the nodes, beside the pool's name."),
  taints: taintsField.default([]).describe("Taints of the nodes."),
  maxPods: z
    .int()
    .min(1)
    .max(250)
    .describe(
      "Pods per node. Above 110 only where the documents say so. Source: document 000, section 1 (234 on m6i.4xlarge).",
    ),
  rootVolume: quantityField.describe(
    "Size of the encrypted gp3 root volume, whole GiB. Source: document 000, section 3 (200 GiB).",
  ),
  scaleDownUnneeded: durationField
    .optional()
    .describe(
      "How long a node of this pool must be unneeded before cluster-autoscaler removes it. Default: `vantage:karpenter.clusterAutoscaler.scaleDownUnneeded`. Source: document 000, section 1 (900s on worker-memory-v3).",
    ),
  localVolumes: z
    .boolean()
    .default(false)
    .describe(
      "Whether NVMe instance-store disks are formatted and mounted for local persistent volumes. Default false. Data there is lost with the node.",
    ),
});

/** `vantage:nodePools`: node groups, by the pool name that workloads select. */
export const nodePoolsSection = z
  .record(
    patternField(
      /^[a-z][a-z0-9-]{0,39}$/,
      "at most 40 lower-case letters, digits and hyphens, beginning with a letter",
      "rename the pool",
    ),
    nodePool,
  )
  .describe("Node groups, by name. A pool's name is the value of its label `node.kubernetes.io/pool`.");
