import { type KubeObject, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding, listAt, numberAt, textAt } from "./object-readers";
import { podTemplates } from "./pod-templates";
import { autoscalersOf, type ScaledWorkload, scaledWorkloads, targets } from "./scaled-workloads";

/** Judges bounds, behaviour and target of each autoscaler, and replicas of a target that is rendered. */
export const horizontalAutoscalers: ManifestCheck = {
  title: "An autoscaler has a target of its own that leaves the number of pods to it, and may scale it both ways",
  severity: "medium",
  why: "Two writers of one number undo each other; an autoscaler without a target, without room or forbidden to scale does nothing, and nobody is told.",
  remediation:
    "Name a target that exists and no other autoscaler has, leave out its replicas, set maxReplicas above minReplicas, and disable neither direction.",
  source: "Kubernetes, Horizontal Pod Autoscaling",
  link: "https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/",
  find: ({ objects, platform }) => {
    const autoscalers = autoscalersOf(objects);
    const workloads = scaledWorkloads(objects, platform);
    return autoscalers.flatMap((autoscaler) => [
      ...bounds(autoscaler),
      ...behaviour(autoscaler),
      ...target(autoscaler, autoscalers, workloads),
      ...writers(autoscaler, objects),
    ]);
  },
};

function bounds(autoscaler: KubeObject): readonly ManifestFinding[] {
  const min = numberAt(autoscaler, ["spec", "minReplicas"]) || 1;
  const max = numberAt(autoscaler, ["spec", "maxReplicas"]);
  return min < max
    ? []
    : [finding(autoscaler, ["spec", "maxReplicas"], `${max}, with at least ${min} pods: there is nothing to scale`)];
}

/** A direction that is disabled. */
function behaviour(autoscaler: KubeObject): readonly ManifestFinding[] {
  return ["scaleUp", "scaleDown"].flatMap((direction) => {
    const path = ["spec", "behavior", direction];
    const disabled =
      textAt(autoscaler, [...path, "selectPolicy"]) === "Disabled" ||
      (listAt(autoscaler, [...path, "policies"]).length > 0 &&
        listAt(autoscaler, [...path, "policies"]).every((policy) => numberAt(policy, ["value"]) === 0));
    return disabled ? [finding(autoscaler, path, `${direction} is disabled: pods would only ever change one way`)] : [];
  });
}

function target(
  autoscaler: KubeObject,
  autoscalers: readonly KubeObject[],
  workloads: readonly ScaledWorkload[],
): readonly ManifestFinding[] {
  const path = ["spec", "scaleTargetRef"];
  const found = workloads.find((workload) => targets(autoscaler, workload));
  const named = `${textAt(autoscaler, [...path, "kind"])} ${textAt(autoscaler, [...path, "name"])}`;
  if (found === undefined) {
    return [finding(autoscaler, path, `there is no ${named} in ${autoscaler.metadata.namespace}`)];
  }
  const first = autoscalers.find((one) => targets(one, found));
  return first === autoscaler || first === undefined
    ? []
    : [finding(autoscaler, path, `${named} is scaled by ${first.metadata.name} already`)];
}

/** A rendered target that states its number: every apply would set it back. */
function writers(autoscaler: KubeObject, objects: readonly KubeObject[]): readonly ManifestFinding[] {
  return podTemplates(objects)
    .filter(
      ({ object }) =>
        object.metadata.namespace === autoscaler.metadata.namespace &&
        object.kind === textAt(autoscaler, ["spec", "scaleTargetRef", "kind"]) &&
        object.metadata.name === textAt(autoscaler, ["spec", "scaleTargetRef", "name"]) &&
        valueAt(object, ["spec", "replicas"]) !== undefined,
    )
    .map(({ object }) =>
      finding(object, ["spec", "replicas"], `is set here and by autoscaler ${autoscaler.metadata.name}: leave it out`),
    );
}
