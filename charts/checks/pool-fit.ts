import { type Allocatable, allocatable } from "../../config/derived/allocatable";
import { INSTANCE_TYPES } from "../../config/reference/instance-types";
import { POOL_LABEL } from "../../config/reference/node-labels";
import { referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding, Manifests } from "./check";
import { amountOf } from "./pod-amounts";
import { type PodTemplate, podTemplates } from "./pod-templates";
import { listAt } from "./strimzi-objects";

const GIB = 2 ** 30;

/** Pods that select a pool ask for no more than one of its nodes has. */
export const poolFit: ManifestCheck = {
  why: "A pod that fits no node of the pool it selects waits for ever, and no autoscaler helps it.",
  source: "Kubernetes, Reserve compute resources for system daemons; config/derived/allocatable.ts",
  find: ({ objects, platform }) => podTemplates(objects).flatMap((template) => misfits(template, platform)),
};

function misfits({ object, path, spec }: PodTemplate, platform: Manifests["platform"]): readonly ManifestFinding[] {
  const pool = valueAt(spec, ["nodeSelector", POOL_LABEL]);
  const nodes = typeof pool === "string" ? nodesOf(pool, platform) : [];
  const asked = requests(spec);
  if (nodes.length === 0 || nodes.some((node) => fits(asked, node))) return [];
  const largest = nodes.reduce((one, other) => (other.memoryBytes > one.memoryBytes ? other : one));
  const message = `a pod asks for ${show(asked)}; the largest node of ${pool} has ${show(largest)} for pods`;
  return [{ object: referenceOf(object), path: [...path, "spec", "containers"], message }];
}

function fits(asked: Allocatable, node: Allocatable): boolean {
  return asked.cpuMilli <= node.cpuMilli && asked.memoryBytes <= node.memoryBytes;
}

/** The kinds of node that have the pool's label: those of the group, and those that Karpenter launches in its place. */
function nodesOf(pool: string, { nodePools, karpenter, kubelet }: Manifests["platform"]): readonly Allocatable[] {
  const launched = Object.values(karpenter.nodePools).filter(({ replaces }) => replaces === pool);
  const names = [...(nodePools[pool]?.instanceTypes ?? []), ...launched.flatMap(({ instanceTypes }) => instanceTypes)];
  return names.flatMap((name) => INSTANCE_TYPES[name] ?? []).map((type) => allocatable(type, kubelet));
}

/** What the scheduler counts: all containers together, or a container that runs before them if that asks for more. */
function requests(spec: PodTemplate["spec"]): Allocatable {
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

function show({ cpuMilli, memoryBytes }: Allocatable): string {
  return `${cpuMilli}m and ${(memoryBytes / GIB).toFixed(2)}Gi`;
}
