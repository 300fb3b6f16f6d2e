import type { Allocatable } from "../../config/derived/allocatable";
import { listAt } from "./object-readers";
import { amountOf } from "./pod-amounts";
import type { PodTemplate } from "./pod-templates";

const GIB = 2 ** 30;

/** What the scheduler counts of a pod: all containers together, or a container that runs before them if that asks for more. */
export function podRequests(spec: PodTemplate["spec"]): Allocatable {
  const amounts = (list: string, resource: "cpu" | "memory") =>
    listAt(spec, [list]).map((container) => {
      const amount = amountOf(container, "requests", resource);
      return (resource === "cpu" ? amount?.milli : amount?.value) ?? 0;
    });
  const total = (resource: "cpu" | "memory") =>
    Math.max(
      amounts("containers", resource).reduce((sum, amount) => sum + amount, 0),
      ...amounts("initContainers", resource),
    );
  return { cpuMilli: total("cpu"), memoryBytes: total("memory") };
}

/** Whether what is asked for is there. */
export function fits(asked: Allocatable, free: Allocatable): boolean {
  return asked.cpuMilli <= free.cpuMilli && asked.memoryBytes <= free.memoryBytes;
}

/** An amount for readers. */
export function amountText({ cpuMilli, memoryBytes }: Allocatable): string {
  return `${cpuMilli}m and ${(memoryBytes / GIB).toFixed(2)}Gi`;
}
