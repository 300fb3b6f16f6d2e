import { Quantity } from "../../config/units/quantity";
import { valueAt } from "../kube-object";
import type { PodTemplate } from "./pod-templates";

/** Whether a template is of pods that Kubernetes keeps a number of. */
export function isReplicated({ object }: PodTemplate): boolean {
  return object.kind === "Deployment" || object.kind === "StatefulSet";
}

/** How many pods a Deployment or StatefulSet has; one where it doesn't say, as the API has it. */
export function replicasOf({ object }: PodTemplate): number {
  const replicas = valueAt(object, ["spec", "replicas"]);
  return typeof replicas === "number" ? replicas : 1;
}

/** An amount of a resource that a container asks for or may use; undefined where it doesn't say. */
export function amountOf(
  container: unknown,
  kind: "requests" | "limits",
  resource: "cpu" | "memory",
): Quantity | undefined {
  const text = valueAt(container, ["resources", kind, resource]);
  return text === undefined ? undefined : Quantity.parse(String(text));
}
