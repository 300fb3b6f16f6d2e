import type { Chart } from "cdk8s";
import { has, type Part, type PlatformWith } from "../config/parts";
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

/**
 * A part of the in-cluster side: one folder of `charts/`, one file of `manifests/<stack>/`. A stack that lacks what it needs has neither file nor objects of it.
 */
export interface SystemChart<Needs extends Part = never> {
  /** Name of the file, and of the chart in the header of what it renders. */
  readonly name: string;
  /** Folder that makes it, for the reader of the rendered file. */
  readonly folder: string;
  readonly appliedBy: Applier;
  /** Parts of a stack that the chart is about; it is given a platform that has them all. @default none: every stack has the chart */
  readonly needs?: readonly Needs[];
  /** What has to be there before the chart's objects. @default "operators", which bring definitions and webhooks, and with them everything before */
  readonly waitsFor?: "nodes" | "namespaces" | "operators";
  /** Names of charts whose objects have to be ready before, such as brokers before their clients. */
  readonly after?: readonly string[];
  /** Builds the objects as the documents describe them, in the order in which they are applied. */
  readonly build: (chart: Chart, platform: PlatformWith<Needs>) => void;
  /** The objects that the documents print. */
  readonly printed?: (platform: PlatformWith<Needs>) => readonly ObjectReference[];
  /** What a real cluster needs changed. */
  readonly deviations?: (platform: PlatformWith<Needs>) => readonly Deviation<CheckName>[];
}

/** Some chart, whatever it needs. */
export type AnyChart = SystemChart<Part>;

/** States a chart, and holds what it needs to what its functions ask for. */
export function systemChart<const Needs extends Part>(
  chart: SystemChart<NoInfer<Needs>> & { readonly needs: readonly Needs[] },
): SystemChart<Needs> {
  return chart;
}

/** The charts whose parts a stack has: those, and no others, may be given its platform. */
export function chartsOf(platform: Platform, charts: readonly AnyChart[]): readonly SystemChart[] {
  return charts.filter((chart): chart is SystemChart => has(platform, ...(chart.needs ?? [])));
}
