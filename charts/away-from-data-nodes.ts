import { dataPools } from "../config/derived/data-pools";
import type { Platform } from "../config/platform";
import { POOL_LABEL } from "../config/reference/node-labels";

/**
 * Keeps pods off the nodes whose disks hold data: those pools carry no taint, and a broker's page cache is worth more than a free core.
 *
 * @returns the field `affinity` of a pod or of an Istio component; empty where no pool holds data, because an expression without values is refused
 */
export function awayFromDataNodes(platform: Platform) {
  const pools = dataPools(platform);
  if (pools.length === 0) return {};
  const term = { matchExpressions: [{ key: POOL_LABEL, operator: "NotIn", values: [...pools] }] };
  const required = { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] } };
  return { affinity: { nodeAffinity: required } };
}
