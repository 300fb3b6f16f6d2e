import { ApiObject } from "cdk8s";
import type { PlatformWith } from "../../config/parts";
import { type KubeObject, referenceOf } from "../kube-object";
import { systemChart } from "../system-chart";
import { karpenterDeviations } from "./deviations";
import { documentedNodeClass } from "./node-class";
import { documentedNodePool } from "./node-pool";

/** The node class and the NodePools that refer to it, in that order. */
function nodeObjects(platform: PlatformWith<"karpenter">): readonly KubeObject[] {
  const pools = Object.entries(platform.karpenter.nodePools);
  return [documentedNodeClass(platform), ...pools.map(([name, pool]) => documentedNodePool(platform, name, pool))];
}

/**
 * What Karpenter launches nodes from. Rendered for review: `infra/karpenter` applies the same objects, after the controller and before its end.
 *
 * Source: document 001, sections 1 and 6; document 000, sections 1 and 3 (kubelet).
 */
export const KARPENTER = systemChart({
  name: "karpenter",
  folder: "charts/karpenter",
  appliedBy: "karpenter",
  needs: ["karpenter"],
  build: (chart, platform) => {
    for (const object of nodeObjects(platform)) {
      new ApiObject(chart, `${object.kind}-${object.metadata.name}`, object);
    }
  },
  printed: (platform) => nodeObjects(platform).map(referenceOf),
  deviations: karpenterDeviations,
});
