import { mappingAt, numberAt, textAt } from "../../charts/checks/object-readers";
import { podRequests } from "../../charts/checks/pod-requests";
import { type PodTemplate, podTemplates } from "../../charts/checks/pod-templates";
import { autoscalersOf } from "../../charts/checks/scaled-workloads";
import { hasInjection } from "../../charts/checks/sidecar-namespaces";
import { type KubeObject, referenceOf, referenceText, valueAt } from "../../charts/kube-object";
import type { Allocatable } from "../../config/derived/allocatable";
import { amountsOf, sumOf } from "../../config/derived/resource-amounts";
import { NO_SIDECAR, SIDECAR_RESOURCES } from "../../config/reference/sidecar";
import { affinityTerms, selectorDemands } from "../../policies/node-terms";
import { isMapping, type Mapping } from "../../policies/walk";
import { always, type Range } from "../range";
import type { PodSet, Whereabouts } from "./pod-set";

/** Keys from the top of the object to what says how often its pods run, for kinds whose pods end. */
const JOBS: Readonly<Record<string, readonly string[]>> = {
  CronJob: ["spec", "jobTemplate", "spec"],
  Job: ["spec"],
};

/**
 * The pods that Kubernetes itself makes of objects. A suspended CronJob makes none.
 *
 * A container that states no request counts with nothing, also where a LimitRange would give it one.
 */
export function templatePods(objects: readonly KubeObject[]): readonly PodSet[] {
  const injected = new Set(
    objects
      .filter((object) => object.kind === "Namespace" && hasInjection(object))
      .map(({ metadata }) => metadata.name),
  );
  return podTemplates(objects)
    .filter(({ object }) => valueAt(object, ["spec", "suspend"]) !== true)
    .map((template) => ({
      object: referenceText(referenceOf(template.object)),
      ...timesOf(template, objects),
      each: requestsOf(template, injected),
      where: whereabouts(template.spec),
    }));
}

function timesOf({ object }: PodTemplate, objects: readonly KubeObject[]): Pick<PodSet, "runs" | "pods"> {
  const job = JOBS[object.kind];
  if (job !== undefined) {
    const parallelism = valueAt(object, [...job, "parallelism"]);
    return { runs: "now and then", pods: { ...always(0), maximum: typeof parallelism === "number" ? parallelism : 1 } };
  }
  if (object.kind === "DaemonSet") return { runs: "on every node", pods: always(1) };
  return { runs: "always", pods: object.kind === "Pod" ? always(1) : replicas(object, objects) };
}

/** Replicas, or what an autoscaler may make of them; it begins with its least. */
function replicas(object: KubeObject, objects: readonly KubeObject[]): Range {
  const stated = valueAt(object, ["spec", "replicas"]);
  const autoscaler = autoscalersOf(objects).find((one) => scales(one, object));
  if (autoscaler === undefined) return always(typeof stated === "number" ? stated : 1);
  const minimum = numberAt(autoscaler, ["spec", "minReplicas"]) || 1;
  return { minimum, typical: minimum, maximum: numberAt(autoscaler, ["spec", "maxReplicas"]) };
}

/** Whether an autoscaler is one of an object. */
export function scales(autoscaler: KubeObject, { kind, metadata }: KubeObject): boolean {
  const target = (field: string) => textAt(autoscaler, ["spec", "scaleTargetRef", field]);
  return (
    autoscaler.metadata.namespace === metadata.namespace && target("kind") === kind && target("name") === metadata.name
  );
}

function requestsOf({ object, labels, spec }: PodTemplate, injected: ReadonlySet<string>): Allocatable {
  const own = podRequests(spec);
  const refused = Object.entries(NO_SIDECAR).some(([key, value]) => labels[key] === value);
  if (refused || spec.hostNetwork === true || !injected.has(object.metadata.namespace ?? "")) return own;
  return sumOf([own, amountsOf(SIDECAR_RESOURCES.requests)]);
}

/** Where a pod may be, by its specification or by what an operator makes one from. */
export function whereabouts(pod: Mapping): Whereabouts {
  const selected = selectorDemands(mappingAt(pod, ["nodeSelector"]));
  const terms = affinityTerms(pod.affinity);
  const { tolerations } = pod;
  return {
    alternatives: (terms.length > 0 ? terms : [[]]).map((term) => [...selected, ...term]),
    tolerations: Array.isArray(tolerations) ? tolerations.filter(isMapping) : [],
  };
}
