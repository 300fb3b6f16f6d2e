import { POOL_LABEL } from "../../config/reference/node-labels";
import type { ManifestCheck, ManifestFinding, Manifests } from "./check";
import { finding, textAt } from "./object-readers";
import { isReplicated } from "./pod-amounts";
import { type PodTemplate, podTemplates } from "./pod-templates";
import { type Packing, packPool } from "./pool-packing";

/** All pods that select a pool find a node there, also those that share none. */
export const poolHosts: ManifestCheck = {
  why: "What a group keeps and Karpenter may launch is limited: the pods beyond it wait for ever, each for a node that it would fit.",
  source:
    "config/derived/karpenter-phase.ts (nothing scales a group when cluster-autoscaler is gone); Karpenter, NodePools, spec.limits",
  find: ({ objects, platform }) => {
    const templates = podTemplates(objects).filter(isReplicated);
    const pools = [...new Set(templates.map(poolOf))].filter((pool) => pool in platform.nodePools);
    return pools.flatMap((pool) => judge(pool, templates, platform));
  },
};

function poolOf({ spec }: PodTemplate): string {
  return textAt(spec, ["nodeSelector", POOL_LABEL]);
}

function judge(
  pool: string,
  templates: readonly PodTemplate[],
  platform: Manifests["platform"],
): readonly ManifestFinding[] {
  const packing = packPool(
    pool,
    templates.filter((template) => poolOf(template) === pool),
    platform,
  );
  return [...new Set(packing.waiting)].map((template) => {
    const count = packing.waiting.filter((one) => one === template).length;
    const message = `no node of ${pool} is left for ${count} of these pods: ${nodesText(packing)}`;
    return finding(template.object, [...template.path, "spec", "nodeSelector"], message);
  });
}

function nodesText({ group, launched: { nodes, cores, memoryGib } }: Packing): string {
  return `the group is sure to have ${group.sure}, and Karpenter may launch ${nodes} more beside them (${cores} cores, ${memoryGib}Gi)`;
}
