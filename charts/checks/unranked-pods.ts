import { type KubeObject, valueAt } from "../kube-object";
import type { ManifestCheck } from "./check";
import { finding } from "./object-readers";
import { podTemplates } from "./pod-templates";
import { strimziComponents } from "./strimzi-components";
import { strimziObjects } from "./strimzi-objects";

/** Kinds that run for good. What runs to its end is repeated if it has to make room. */
const LASTING: ReadonlySet<string> = new Set(["DaemonSet", "Deployment", "StatefulSet"]);

/** Judges workloads that never end, and everything that Strimzi runs. */
export const unrankedPods: ManifestCheck = {
  title: "What runs for good says what it comes before when there is no room for all",
  severity: "medium",
  why: "A pod without a class has priority 0: any service's pod takes its place, a data store's, too.",
  remediation: "Set priorityClassName in the pod template of the workload or of the Strimzi component.",
  source: "docs/decisions.md, W4; Kubernetes, Pod Priority and Preemption",
  link: "https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/",
  find: ({ objects }) => [
    ...podTemplates(objects)
      .filter(({ object }) => LASTING.has(object.kind))
      .flatMap(({ object, path }) => judge(object, [...path, "spec"], "its")),
    ...strimziObjects(objects, "Kafka").flatMap((kafka) =>
      judge(kafka, ["spec", "kafka", "template", "pod"], "kafka's"),
    ),
    ...strimziComponents(objects).flatMap(({ object, name, path }) =>
      judge(object, [...path, "template", "pod"], `${name}'s`),
    ),
  ],
};

function judge(object: KubeObject, path: readonly (string | number)[], whose: string) {
  const at = [...path, "priorityClassName"];
  return valueAt(object, at) === undefined ? [finding(object, at, `${whose} pods name no priority class`)] : [];
}
