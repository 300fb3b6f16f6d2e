import { type Amounts, sumOf, times } from "../../config/derived/resource-amounts";
import { podAmounts, teamDeployments } from "../../config/derived/service-quotas";
import type { Platform } from "../../config/platform";
import { Quantity } from "../../config/units/quantity";
import { type KubeObject, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding, Manifests } from "./check";
import { finding, mappingAt } from "./object-readers";
import { amountOf, isReplicated, replicasOf } from "./pod-amounts";
import { containersOf, type PodTemplate, podTemplates } from "./pod-templates";
import { scaledWorkloads } from "./scaled-workloads";

/** Judges quotas without a scope, by the rendered pods and the teams' workloads of the stack file. */
export const resourceQuotas: ManifestCheck = {
  title: "A quota has room for every pod of its namespace, autoscalers at their most, and a limit range beside it",
  severity: "high",
  why: "Pods beyond a quota are refused when they are needed most, and an event says so that nobody reads; pods that state nothing are refused always.",
  remediation: "Raise spec.hard to what the pods of the namespace come to, and make a LimitRange there.",
  source: "Kubernetes, Resource Quotas; document 000, section 1 (HorizontalPodAutoscalers)",
  link: "https://kubernetes.io/docs/concepts/policy/resource-quotas/",
  find: ({ objects, platform }) =>
    objects
      .filter((object) => object.kind === "ResourceQuota" && valueAt(object, ["spec", "scopeSelector"]) === undefined)
      .flatMap((quota) => [...room(quota, { objects, platform }), ...withoutRange(quota, objects)]),
};

/** What is asked for of a quota, by the name that it has there. */
function room(quota: KubeObject, { objects, platform }: Manifests): readonly ManifestFinding[] {
  const { namespace = "" } = quota.metadata;
  const teams = scaledWorkloads(objects, platform).flatMap(({ name, peak, ...workload }) => {
    const deployment = teamDeployments(platform)[name];
    return deployment !== undefined && workload.namespace === namespace && deployment.namespace === namespace
      ? [{ deployment, peak }]
      : [];
  });
  const rendered = podTemplates(objects).filter(({ object }) => object.metadata.namespace === namespace);
  const asked = (kind: "requests" | "limits") =>
    sumOf([
      ...teams.map(({ deployment, peak }) =>
        times(podAmounts(deployment, kind, isInjected(namespace, platform)), peak),
      ),
      ...rendered.map((template) => times(amounts(template, kind), podsOf(template))),
    ]);
  const pods = teams.reduce((sum, { peak }) => sum + peak, 0) + rendered.reduce((sum, one) => sum + podsOf(one), 0);
  const needs: Readonly<Record<string, number>> = {
    "requests.cpu": asked("requests").cpuMilli / 1_000,
    "requests.memory": asked("requests").memoryBytes,
    "limits.cpu": asked("limits").cpuMilli / 1_000,
    "limits.memory": asked("limits").memoryBytes,
    pods,
  };
  const hard = mappingAt(quota, ["spec", "hard"]);
  return Object.entries(needs).flatMap(([name, need]) => {
    if (hard[name] === undefined || need <= Quantity.parse(String(hard[name])).value) return [];
    const unit = name.endsWith("memory") ? `${(need / 2 ** 30).toFixed(1)}Gi` : `${need}`;
    return [finding(quota, ["spec", "hard", name], `${hard[name]}; the pods of ${namespace} come to ${unit}`)];
  });
}

function isInjected(namespace: string, { namespaces }: Platform): boolean {
  return namespaces[namespace]?.injection === true;
}

/** Pods that a rendered workload has at once: as many as it says, and of jobs one. */
function podsOf(template: PodTemplate): number {
  return isReplicated(template) ? replicasOf(template) : 1;
}

/** What the containers of a template state together; those that run before them are counted as well, from above. */
function amounts(template: PodTemplate, kind: "requests" | "limits"): Amounts {
  return sumOf(
    containersOf(template).map(({ container }) => ({
      cpuMilli: amountOf(container, kind, "cpu")?.milli ?? 0,
      memoryBytes: amountOf(container, kind, "memory")?.value ?? 0,
    })),
  );
}

function withoutRange(quota: KubeObject, objects: readonly KubeObject[]): readonly ManifestFinding[] {
  const { namespace } = quota.metadata;
  const ranged = objects.some(({ kind, metadata }) => kind === "LimitRange" && metadata.namespace === namespace);
  const hard = mappingAt(quota, ["spec", "hard"]);
  const named = Object.keys(hard).some((name) => /^(requests|limits)\.(cpu|memory)$/.test(name));
  return named && !ranged
    ? [finding(quota, ["spec", "hard"], `${namespace} has no LimitRange: pods that state no resources are refused`)]
    : [];
}
