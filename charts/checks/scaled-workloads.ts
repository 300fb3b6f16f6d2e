import { leastPods, mostPods, peakPods, teamDeployments } from "../../config/derived/service-quotas";
import type { Platform } from "../../config/platform";
import { type KubeObject, referenceOf } from "../kube-object";
import { numberAt, textAt } from "./object-readers";
import { isReplicated, replicasOf } from "./pod-amounts";
import { podTemplates } from "./pod-templates";

/** Something whose number of pods is known: rendered, or a team's own of the stack file. */
export interface ScaledWorkload {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Of its pods. */
  readonly labels: Readonly<Record<string, unknown>>;
  /** Pods at the least: what an autoscaler goes down to, else all there are. */
  readonly least: number;
  /** Pods at the most. */
  readonly most: number;
  /** Pods at the most while it is updated; only what the platform doesn't render adds any. */
  readonly peak: number;
}

/** Deployments and StatefulSets of a rendering, and the teams' Deployments. */
export function scaledWorkloads(objects: readonly KubeObject[], platform: Platform): readonly ScaledWorkload[] {
  const rendered = podTemplates(objects)
    .filter(isReplicated)
    .map((template): ScaledWorkload => {
      const { kind, metadata } = template.object;
      const replicas = replicasOf(template);
      const namespace = metadata.namespace ?? "";
      return {
        kind,
        namespace,
        name: metadata.name,
        labels: template.labels,
        least: replicas,
        most: replicas,
        peak: replicas,
      };
    });
  const teams = Object.entries(teamDeployments(platform)).map(
    ([name, deployment]): ScaledWorkload => ({
      kind: "Deployment",
      namespace: deployment.namespace,
      name,
      labels: deployment.labels,
      least: leastPods(deployment),
      most: mostPods(deployment),
      peak: peakPods(deployment),
    }),
  );
  return [...rendered, ...teams].map((workload) => scaled(workload, autoscalersOf(objects)));
}

/** Every HorizontalPodAutoscaler of a rendering. */
export function autoscalersOf(objects: readonly KubeObject[]): readonly KubeObject[] {
  return objects.filter(
    (object) => object.kind === "HorizontalPodAutoscaler" && referenceOf(object).group === "autoscaling",
  );
}

/** Whether an autoscaler says that it scales this workload. */
export function targets(autoscaler: KubeObject, { kind, namespace, name }: ScaledWorkload): boolean {
  const target = (field: string) => textAt(autoscaler, ["spec", "scaleTargetRef", field]);
  return autoscaler.metadata.namespace === namespace && target("kind") === kind && target("name") === name;
}

/** The workload with the bounds of what is rendered to scale it; one pod at least where it doesn't say, as the API has it. */
function scaled(workload: ScaledWorkload, autoscalers: readonly KubeObject[]): ScaledWorkload {
  const autoscaler = autoscalers.find((one) => targets(one, workload));
  if (autoscaler === undefined) return workload;
  const most = numberAt(autoscaler, ["spec", "maxReplicas"]);
  return {
    ...workload,
    least: numberAt(autoscaler, ["spec", "minReplicas"]) || 1,
    most,
    peak: most + workload.peak - workload.most,
  };
}
