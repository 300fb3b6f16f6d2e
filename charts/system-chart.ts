import type { Chart } from "cdk8s";
import type { Platform } from "../config/platform";
import type { CheckName } from "./checks/all";
import type { ObjectReference } from "./kube-object";
import type { Deviation } from "./ledger";

/** What puts a chart's objects into the cluster. */
export type Applier =
  /** `infra/deploy-charts.ts`: each object is a Pulumi resource. */
  | "pulumi"
  /** `infra/karpenter`: resources of the component that runs their controller. */
  | "karpenter"
  /** `istioctl install`, which reads the object as its input. It is rendered for review and never sent to the API server. */
  | "istioctl";

/** A part of the in-cluster side: one folder of `charts/`, one file of `manifests/<stack>/`. */
export interface SystemChart {
  /** Name of the file, and of the chart in the header of what it renders. */
  readonly name: string;
  /** Folder that makes it, for the reader of the rendered file. */
  readonly folder: string;
  readonly appliedBy: Applier;
  /** What has to be there before the chart's objects. @default "operators", which bring definitions and webhooks, and with them everything before */
  readonly waitsFor?: "nodes" | "namespaces" | "operators";
  /** Names of charts whose objects have to be ready before, such as brokers before their clients. */
  readonly after?: readonly string[];
  /** Builds the objects as the documents describe them, in the order in which they are applied. */
  readonly build: (chart: Chart, platform: Platform) => void;
  /** The objects that the documents print. */
  readonly printed?: (platform: Platform) => readonly ObjectReference[];
  /** What a real cluster needs changed. */
  readonly deviations?: (platform: Platform) => readonly Deviation<CheckName>[];
}
