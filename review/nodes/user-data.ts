import { POOL_LABEL } from "../../config/reference/node-labels";
import { type NodeRegistration, nodeConfigOf } from "../../policies/node-config";
import { Unreadable } from "../../policies/resource";
import { mappingsIn } from "../../policies/walk";
import type { PlanIndex } from "../plan-index";
import { type KubeletSettings, settingsIn, settingsInUserData } from "./kubelet-settings";

/** What the nodes of a group start with. */
export interface StartOfNodes {
  readonly registration: NodeRegistration;
  readonly kubelet: KubeletSettings;
  /** What had to be assumed, for readers. */
  readonly notes: readonly string[];
}

const NOTHING: NodeRegistration = { labels: {}, taints: [] };

/**
 * Reads the user data of a group. Where the plan doesn't show it (it may hold the address and the authority of a cluster that doesn't exist yet), the pool is the one that the plan's objects name and
 * that the group's name ends with, and the rest is what EKS computes.
 *
 * @param read gives the user data in base64; undefined where there is none
 */
export function startOfNodes(plan: PlanIndex, group: string, read: () => string | undefined): StartOfNodes {
  try {
    const userData = read();
    return userData === undefined
      ? { registration: NOTHING, kubelet: settingsIn({}), notes: [] }
      : { registration: nodeConfigOf(userData), kubelet: settingsInUserData(userData), notes: [] };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const pool = poolsNamed(plan).find((name) => group === name || group.endsWith(`-${name}`));
    const labels = pool === undefined ? {} : { [POOL_LABEL]: pool };
    const note = `${error.message}: its pool is told by its name, and what its kubelets keep is what EKS computes`;
    return { registration: { labels, taints: [] }, kubelet: settingsIn({}), notes: [note] };
  }
}

/** The pools that objects select or keep away from, the longest name first. */
function poolsNamed({ objects }: PlanIndex): readonly string[] {
  const named = objects
    .flatMap((object) => mappingsIn(object))
    .flatMap(({ mapping }) => [
      mapping[POOL_LABEL],
      ...(mapping.key === POOL_LABEL && Array.isArray(mapping.values) ? (mapping.values as readonly unknown[]) : []),
    ])
    .filter((name): name is string => typeof name === "string");
  return [...new Set(named)].sort((one, other) => other.length - one.length);
}
