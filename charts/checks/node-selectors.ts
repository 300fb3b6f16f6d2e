import { launchedPools } from "../../config/derived/node-scaling";
import type { Platform } from "../../config/platform";
import { POOL_LABEL } from "../../config/reference/node-labels";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding, listAt, mappingAt, textAt } from "./object-readers";
import { type PodTemplate, podTemplates } from "./pod-templates";

type Labels = Readonly<Record<string, string>>;

/** Labels that nodes have whatever their pool: the kubelet and the cloud provider set them. */
const EVERY_NODE =
  /^(beta\.)?kubernetes\.io\/(os|arch|hostname)$|^topology\.kubernetes\.io\/|^node\.kubernetes\.io\/instance-type$/;

const TERMS = ["affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms"];

/** Judges the labels of nodeSelector and the pools of required affinities. */
export const nodeSelectors: ManifestCheck = {
  title: "The nodes that a pod selects are those of some pool",
  severity: "high",
  why: "A pod that selects nodes which no pool has stays pending.",
  remediation: "Select labels that the nodes of one pool have, or add the labels to the pool in the stack file.",
  source: "document 000, section 1 (labels of the pools); Kubernetes, Assigning Pods to Nodes",
  link: "https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/",
  find: ({ objects, platform }) => {
    const pools = poolLabels(platform);
    return podTemplates(objects).flatMap((template) => [...selector(template, pools), ...affinity(template, pools)]);
  },
};

/** Labels of the nodes of each pool, whoever launches them: a Karpenter pool's nodes have the label of the group that they replace. */
function poolLabels(platform: Platform): readonly Labels[] {
  return [
    ...Object.entries(platform.nodePools).map(([name, { labels }]) => ({ ...labels, [POOL_LABEL]: name })),
    ...Object.values(launchedPools(platform)).map(({ labels, replaces }) => ({ ...labels, [POOL_LABEL]: replaces })),
  ];
}

function selector({ object, path, spec }: PodTemplate, pools: readonly Labels[]): readonly ManifestFinding[] {
  const wanted = Object.entries(mappingAt(spec, ["nodeSelector"])).filter(([key]) => !EVERY_NODE.test(key));
  if (pools.some((labels) => wanted.every(([key, value]) => labels[key] === value))) return [];
  const given = wanted.map(([key, value]) => `${key}=${value}`).join(", ");
  return [finding(object, [...path, "spec", "nodeSelector"], `no pool's nodes have ${given}; ${known(pools)}`)];
}

/** Pools that a required affinity names have to be there, each of them. */
function affinity({ object, path, spec }: PodTemplate, pools: readonly Labels[]): readonly ManifestFinding[] {
  return listAt(spec, TERMS).flatMap((term, index) =>
    listAt(term, ["matchExpressions"]).flatMap((expression, position) => {
      if (textAt(expression, ["key"]) !== POOL_LABEL) return [];
      const strange = listAt(expression, ["values"]).filter(
        (value) => !pools.some((labels) => labels[POOL_LABEL] === value),
      );
      const at = [...path, "spec", ...TERMS, index, "matchExpressions", position, "values"];
      return strange.map((value) => finding(object, at, `${value} is the label of no pool; ${known(pools)}`));
    }),
  );
}

function known(pools: readonly Labels[]): string {
  return `there is ${[...new Set(pools.map((labels) => labels[POOL_LABEL]))].join(", ")}`;
}
