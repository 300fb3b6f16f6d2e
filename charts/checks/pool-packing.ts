import { type Allocatable, allocatable } from "../../config/derived/allocatable";
import { poolActivity } from "../../config/derived/karpenter-phase";
import { groupsGrow } from "../../config/derived/node-scaling";
import { when } from "../../config/parts";
import type { KarpenterNodePool, Platform } from "../../config/platform";
import { INSTANCE_TYPES, type InstanceType } from "../../config/reference/instance-types";
import { HOST_LABEL } from "../../config/reference/node-labels";
import type { KarpenterPhase } from "../../config/sections/karpenter";
import { Quantity } from "../../config/units/quantity";
import { valueAt } from "../kube-object";
import { selects } from "./label-selector";
import { listAt, textAt } from "./object-readers";
import { replicasOf } from "./pod-amounts";
import { fits, podRequests } from "./pod-requests";
import type { PodTemplate } from "./pod-templates";

const GIB = 2 ** 30;
const DEMANDED = ["affinity", "podAntiAffinity", "requiredDuringSchedulingIgnoredDuringExecution"];

/** Where the pods of a pool go. */
export interface Packing {
  /** Nodes of the static group that got pods, of those that are sure to be there. */
  readonly group: { readonly used: number; readonly sure: number };
  /** What Karpenter has to launch beside them. */
  readonly launched: { readonly nodes: number; readonly cores: number; readonly memoryGib: number };
  /** One entry for each pod that no node is left for. */
  readonly waiting: readonly PodTemplate[];
}

interface Node {
  readonly pods: PodTemplate[];
  free: Allocatable;
}

/**
 * Puts the pods of some templates on the nodes of a pool: the largest first, each on the first node with room for it and nobody whom it keeps away from, else on the smallest one that Karpenter
 * may still launch. Zones are left out of it; and so is everything that may be on these nodes without selecting them, which makes room for what does.
 */
export function packPool(pool: string, templates: readonly PodTemplate[], platform: Platform): Packing {
  const sure = groupNodes(pool, platform);
  const nodes: Node[] = sure.map((free) => ({ pods: [], free }));
  const launches = when(["karpenter"], ({ karpenter: { nodePools, phase } }) =>
    Object.values(nodePools)
      .filter(({ replaces }) => replaces === pool)
      .map((nodePool) => new Launches(nodePool, phase, platform)),
  )(platform).flat();
  const waiting: PodTemplate[] = [];
  for (const pod of templates
    .flatMap((template) => Array<PodTemplate>(replicasOf(template)).fill(template))
    .sort(bySize)) {
    const asked = podRequests(pod.spec);
    const node = nodes.find(({ free, pods }) => fits(asked, free) && !pods.some((other) => keepApart(pod, other)));
    if (node !== undefined) {
      occupy(node, pod);
      continue;
    }
    const free = launches.map((one) => one.launch(asked)).find((launched) => launched !== undefined);
    if (free === undefined) waiting.push(pod);
    else nodes.push(occupy({ pods: [], free }, pod));
  }
  const sum = (of: (one: Launches) => number) => launches.reduce((total, one) => total + of(one), 0);
  return {
    group: { used: nodes.slice(0, sure.length).filter(({ pods }) => pods.length > 0).length, sure: sure.length },
    launched: {
      nodes: sum((one) => one.nodes),
      cores: sum((one) => one.cores),
      memoryGib: sum((one) => one.memoryGib),
    },
    waiting,
  };
}

/** What of a NodePool's limits is used. */
class Launches {
  nodes = 0;
  cores = 0;
  memoryGib = 0;
  readonly #types: readonly InstanceType[];
  readonly #limits: { readonly cores: number; readonly memoryGib: number };

  constructor(
    nodePool: KarpenterNodePool,
    phase: KarpenterPhase,
    private readonly platform: Platform,
  ) {
    const { limits } = poolActivity(nodePool, phase);
    this.#limits = { cores: Number(limits.cpu), memoryGib: Quantity.parse(limits.memory).value / GIB };
    this.#types = nodePool.instanceTypes
      .flatMap((name) => INSTANCE_TYPES[name] ?? [])
      .sort((one, other) => one.memoryGib - other.memoryGib || one.vcpu - other.vcpu);
  }

  /** What the smallest node with room for a pod has; undefined where the limits admit none. */
  launch(asked: Allocatable): Allocatable | undefined {
    const type = this.#types.find((one) => fits(asked, allocatable(one, this.platform.kubelet)));
    if (type === undefined) return undefined;
    if (this.cores + type.vcpu > this.#limits.cores || this.memoryGib + type.memoryGib > this.#limits.memoryGib)
      return undefined;
    this.nodes += 1;
    this.cores += type.vcpu;
    this.memoryGib += type.memoryGib;
    return allocatable(type, this.platform.kubelet);
  }
}

/** The nodes of a static group that are sure to be there: all that cluster-autoscaler may add while it runs, else the least. Of several types the smallest. */
function groupNodes(pool: string, platform: Platform): readonly Allocatable[] {
  const { nodePools, kubelet } = platform;
  const group = nodePools[pool];
  const [smallest] = (group?.instanceTypes ?? [])
    .flatMap((name) => INSTANCE_TYPES[name] ?? [])
    .map((type) => allocatable(type, kubelet))
    .sort((one, other) => one.memoryBytes - other.memoryBytes);
  if (group === undefined || smallest === undefined) return [];
  const grows = group.manager === "eks" && groupsGrow(platform);
  return Array.from({ length: grows ? group.nodes.max : group.nodes.min }, () => smallest);
}

function occupy(node: Node, pod: PodTemplate): Node {
  const asked = podRequests(pod.spec);
  node.pods.push(pod);
  node.free = {
    cpuMilli: node.free.cpuMilli - asked.cpuMilli,
    memoryBytes: node.free.memoryBytes - asked.memoryBytes,
  };
  return node;
}

/** Whether one of two pods demands that they share no node. */
function keepApart(one: PodTemplate, other: PodTemplate): boolean {
  if (one.object.metadata.namespace !== other.object.metadata.namespace) return false;
  const avoids = (who: PodTemplate, whom: PodTemplate) =>
    listAt(who.spec, DEMANDED).some(
      (term) => textAt(term, ["topologyKey"]) === HOST_LABEL && selects(valueAt(term, ["labelSelector"]), whom.labels),
    );
  return avoids(one, other) || avoids(other, one);
}

function bySize(one: PodTemplate, other: PodTemplate): number {
  const [a, b] = [podRequests(one.spec), podRequests(other.spec)];
  return b.memoryBytes - a.memoryBytes || b.cpuMilli - a.cpuMilli;
}
