import { z } from "zod";
import { addOnsSection } from "./sections/add-ons";
import { awsSection } from "./sections/aws";
import { clusterSection } from "./sections/cluster";
import { karpenterSection } from "./sections/karpenter";
import { networkSection } from "./sections/network";
import { kubeletSection, nodePoolsSection } from "./sections/node-pools";
import { platformSection } from "./sections/platform";
import { storageSection } from "./sections/storage";

/** Namespace of this project's keys in a stack file: `vantage:network`, `vantage:cluster`, ... */
export const CONFIG_NAMESPACE = "vantage";

/**
 * The sections of a stack file, without their namespace. Each key is one object of the `config` block, so that `pulumi config get
 * vantage:network` shows a whole subject.
 */
export const stackSchema = z.strictObject({
  platform: platformSection,
  aws: awsSection,
  network: networkSection,
  cluster: clusterSection,
  kubelet: kubeletSection,
  nodePools: nodePoolsSection,
  karpenter: karpenterSection,
  storage: storageSection,
  addOns: addOnsSection,
});

/** Names of the sections, in the order in which a stack file is read. */
export const SECTION_NAMES = Object.keys(stackSchema.shape) as readonly (keyof typeof stackSchema.shape)[];

/** A stack file as written: plain YAML values. */
export type StackInput = z.input<typeof stackSchema>;

/** A stack file as read: value types for units, defaults filled in. */
export type StackConfig = z.output<typeof stackSchema>;
