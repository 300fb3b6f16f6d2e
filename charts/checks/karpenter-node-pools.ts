import { isDeepStrictEqual } from "node:util";
import { POOL_LABEL } from "../../config/reference/node-labels";
import { type KubeObject, referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding, Manifests } from "./check";

/** Pods must not notice who launched their node. */
export const karpenterNodePools: ManifestCheck = {
  title: "The nodes of a NodePool are labelled, emptied and cleaned up like those of the node groups",
  severity: "high",
  why: "Workloads would find no node, or one that is emptied, filled and cleaned up by other rules than the rest.",
  remediation:
    "Set the pool label in the template, disruption.budgets, and the kubelet's maxPods, eviction and image thresholds as the stack file has them.",
  source: "document 000, sections 1 and 3; Karpenter 0.37.0, pkg/apis/v1beta1/nodepool.go (default budget)",
  link: "https://karpenter.sh/docs/concepts/nodepools/",
  find: ({ objects, platform }) =>
    objects
      .filter(({ apiVersion, kind }) => kind === "NodePool" && apiVersion.startsWith("karpenter.sh/"))
      .flatMap((pool) => [...unlabelled(pool, platform), ...unbudgeted(pool), ...otherKubelet(pool, platform)]),
};

function unlabelled(pool: KubeObject, { nodePools }: Manifests["platform"]): readonly ManifestFinding[] {
  const path = ["spec", "template", "metadata", "labels", POOL_LABEL];
  const label = valueAt(pool, path);
  if (typeof label === "string" && label in nodePools) return [];
  const allowed = Object.keys(nodePools).join(", ");
  const message = `${POOL_LABEL} is ${label ?? "missing"}: pods that select a pool don't find these nodes; one of ${allowed}`;
  return [{ object: referenceOf(pool), path, message }];
}

function unbudgeted(pool: KubeObject): readonly ManifestFinding[] {
  const path = ["spec", "disruption", "budgets"];
  const budgets = valueAt(pool, path);
  if (Array.isArray(budgets) && budgets.length > 0) return [];
  return [
    { object: referenceOf(pool), path, message: "no disruption budget: Karpenter's default budget of 10% holds" },
  ];
}

function otherKubelet(pool: KubeObject, { kubelet }: Manifests["platform"]): readonly ManifestFinding[] {
  const at = (key: string) => ["spec", "template", "spec", "kubelet", key];
  const wanted: Readonly<Record<string, unknown>> = {
    evictionHard: { ...kubelet.evictionHard },
    imageGCHighThresholdPercent: kubelet.imageGc.highThresholdPercent,
    imageGCLowThresholdPercent: kubelet.imageGc.lowThresholdPercent,
  };
  const others = Object.entries(wanted).flatMap(([key, value]): ManifestFinding[] => {
    const found = valueAt(pool, at(key));
    if (isDeepStrictEqual(found, value)) return [];
    const message = `${key} is ${JSON.stringify(found) ?? "missing"}; every other node has ${JSON.stringify(value)}`;
    return [{ object: referenceOf(pool), path: at(key), message }];
  });
  if (typeof valueAt(pool, at("maxPods")) === "number") return others;
  const message = "maxPods is missing: Karpenter would count the interface that custom networking keeps for the node";
  return [...others, { object: referenceOf(pool), path: at("maxPods"), message }];
}
