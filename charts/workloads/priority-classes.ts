import type { k8s } from "cdk8s-plus-29";
import { PRIORITY_CLASSES, type PriorityClassName } from "../../config/reference/priority-classes";

/**
 * The priority classes. A class can't be changed but for its description: another value is another class, by delete and create, and pods keep what they started with.
 *
 * Source: config/reference/priority-classes.ts; Kubernetes API reference, PriorityClass.
 */
export function priorityClasses(): readonly k8s.KubePriorityClassProps[] {
  return (Object.keys(PRIORITY_CLASSES) as PriorityClassName[]).map((name) => {
    const { value, preempts, description } = PRIORITY_CLASSES[name];
    return {
      metadata: { name },
      value,
      globalDefault: false,
      preemptionPolicy: preempts ? "PreemptLowerPriority" : "Never",
      description,
    };
  });
}
