import { POOL_LABEL } from "../../config/reference/node-labels";
import type { ManifestCheck, ManifestFinding, Manifests } from "./check";
import { finding, textAt } from "./object-readers";
import { isReplicated } from "./pod-amounts";
import { type PodTemplate, podTemplates } from "./pod-templates";
import { type Packing, packPool } from "./pool-packing";

/** Packs the workloads of a pool on the nodes that are sure to be there and those that Karpenter may launch. */
export const poolHosts: ManifestCheck = {
  title: "All pods that select a pool find a node there, also those that share none",
  severity: "high",
  why: "What a group keeps and Karpenter may launch is limited: the pods beyond it wait for ever, each for a node that it would fit.",
  remediation: "Give the group more nodes or its Karpenter pool higher limits, or the workload fewer pods.",
  source:
    "config/derived/karpenter-phase.ts (nothing scales a group when cluster-autoscaler is gone); Karpenter, NodePools, spec.limits",
  link: "https://karpenter.sh/docs/concepts/nodepools/",
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
