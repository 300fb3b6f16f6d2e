import { type Allocatable, allocatable } from "../../config/derived/allocatable";
import { launchedPools } from "../../config/derived/node-scaling";
import { INSTANCE_TYPES } from "../../config/reference/instance-types";
import { POOL_LABEL } from "../../config/reference/node-labels";
import { referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding, Manifests } from "./check";
import { amountText, fits, podRequests } from "./pod-requests";
import { type PodTemplate, podTemplates } from "./pod-templates";

/** Judges by what kubelet leaves to pods, on the group's nodes and on those that Karpenter launches in its place. */
export const poolFit: ManifestCheck = {
  title: "Pods that select a pool ask for no more than one of its nodes has",
  severity: "high",
  why: "A pod that fits no node of the pool it selects waits for ever, and no autoscaler helps it.",
  remediation: "Lower the requests of the pod, or give the pool a larger instance type.",
  source: "Kubernetes, Reserve compute resources for system daemons; config/derived/allocatable.ts",
  link: "https://kubernetes.io/docs/tasks/administer-cluster/reserve-compute-resources/",
  find: ({ objects, platform }) => podTemplates(objects).flatMap((template) => misfits(template, platform)),
};

function misfits({ object, path, spec }: PodTemplate, platform: Manifests["platform"]): readonly ManifestFinding[] {
  const pool = valueAt(spec, ["nodeSelector", POOL_LABEL]);
  const nodes = typeof pool === "string" ? nodesOf(pool, platform) : [];
  const asked = podRequests(spec);
  if (nodes.length === 0 || nodes.some((node) => fits(asked, node))) return [];
  const largest = nodes.reduce((one, other) => (other.memoryBytes > one.memoryBytes ? other : one));
  const message = `a pod asks for ${amountText(asked)}; the largest node of ${pool} has ${amountText(largest)} for pods`;
  return [{ object: referenceOf(object), path: [...path, "spec", "containers"], message }];
}

/** The kinds of node that have the pool's label: those of the group, and those that Karpenter launches in its place. */
function nodesOf(pool: string, platform: Manifests["platform"]): readonly Allocatable[] {
  const { nodePools, kubelet } = platform;
  const launched = Object.values(launchedPools(platform)).filter(({ replaces }) => replaces === pool);
  const names = [...(nodePools[pool]?.instanceTypes ?? []), ...launched.flatMap(({ instanceTypes }) => instanceTypes)];
  return names.flatMap((name) => INSTANCE_TYPES[name] ?? []).map((type) => allocatable(type, kubelet));
}
