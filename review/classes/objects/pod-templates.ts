import { podTemplates } from "../../../charts/checks/pod-templates";
import { type KubeObject, valueAt } from "../../../charts/kube-object";
import type { Difference } from "../../diff/compare";
import { keysOf } from "../../diff/diff-path";
import type { Judgement, Subject } from "../row";
import { claimLeft } from "./claim-mounts";

/**
 * What a change of the pods that an object makes does; undefined for a change of something else.
 *
 * Kubernetes compares templates field by field and lists as lists: another order of the same tolerations is another template.
 *
 * Source: Kubernetes, "Deployments" (a rollout is triggered if and only if the template changed), "StatefulSets" (update strategies), "DaemonSet".
 */
export function podChange(change: Difference, subject: Subject): Judgement | undefined {
  const object = (subject.after ?? subject.before) as unknown as KubeObject;
  const [template] = podTemplates([object]);
  const keys = keysOf(change.path);
  if (template === undefined || !template.path.every((key, index) => keys[index] === key)) return undefined;
  // A Pod is its own template, but for what it is called.
  if (object.kind === "Pod" && keys[0] !== "spec") return undefined;
  const left = claimLeft(change, subject);
  if (left !== undefined) {
    return {
      class: "data loss",
      reason: `its pods no longer have the volume of claim ${left} there: what is on it stays behind, and they start without it`,
    };
  }
  const what = subjectOf(change);
  if (object.kind === "CronJob")
    return { class: "in place", reason: `${what}: its next run has it, one that goes on doesn't` };
  if (object.kind === "Job" || object.kind === "Pod") {
    return {
      class: "replacement",
      reason: `${what}: a ${object.kind} can't change, so it is deleted and made again`,
      replaces: true,
    };
  }
  const strategy = strategyOf(object);
  if (strategy === "Recreate") {
    return {
      class: "replacement",
      reason: `${what}: the ${object.kind} ends all its pods before it starts new ones (Recreate)`,
    };
  }
  // Nothing happens by itself, but nothing of it counts before its pods are replaced.
  if (strategy === "OnDelete") {
    return {
      class: "rolling",
      reason: `${what}: the ${object.kind} replaces no pod by itself (OnDelete); whoever upgrades deletes them one after the other`,
    };
  }
  return {
    class: "rolling",
    reason: `${what}: the ${object.kind} replaces its pods one after the other${absence(object)}`,
  };
}

function strategyOf(object: KubeObject): unknown {
  return valueAt(object, ["spec", object.kind === "Deployment" ? "strategy" : "updateStrategy", "type"]);
}

/** What changed, for the beginning of a sentence. */
function subjectOf({ path, order }: Difference): string {
  if (order === true) return "another order is another template";
  const field = keysOf(path).at(-1);
  if (field === "image") return "another image";
  return keysOf(path).includes("resources") ? "other resources" : "another pod template";
}

/** A StatefulSet ends a pod before it starts the next: with one, there is none in between. */
function absence(object: KubeObject): string {
  const replicas = valueAt(object, ["spec", "replicas"]) ?? 1;
  return object.kind === "StatefulSet" && replicas === 1
    ? ", and it has one: that is gone until the new one is ready"
    : "";
}
