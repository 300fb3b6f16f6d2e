import type { Platform } from "../../config/platform";
import { POOL_LABEL } from "../nodes/node-config";

/** Tolerates every taint: for DaemonSets that must be on every node. */
export const EVERY_TAINT = [{ operator: "Exists" }] as const;

/** Pools whose disks hold data, by the volumes or by the manager that keeps every autoscaler away. */
export function dataPools({ nodePools }: Platform): readonly string[] {
  return Object.entries(nodePools)
    .filter(([, pool]) => pool.localVolumes || pool.manager === "self")
    .map(([name]) => name);
}

/** Keeps pods off the nodes whose disks hold data: those pools carry no taint, and a broker's page cache is worth more than a free core. */
export function awayFromDataNodes(platform: Platform) {
  return { nodeAffinity: requiredPools("NotIn", dataPools(platform)) };
}

/** Puts pods on the nodes whose disks hold local volumes, and on no others. */
export function onLocalVolumeNodes({ nodePools }: Platform) {
  const pools = Object.entries(nodePools).flatMap(([name, pool]) => (pool.localVolumes ? [name] : []));
  return { nodeAffinity: requiredPools("In", pools) };
}

/** Spreads the pods that a selector finds over zones; a missing zone doesn't keep a pod from starting. */
export function spreadOverZones(matchLabels: Readonly<Record<string, string>>) {
  return [
    {
      maxSkew: 1,
      topologyKey: "topology.kubernetes.io/zone",
      whenUnsatisfiable: "ScheduleAnyway",
      labelSelector: { matchLabels },
    },
  ];
}

function requiredPools(operator: "In" | "NotIn", values: readonly string[]) {
  return {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchExpressions: [{ key: POOL_LABEL, operator, values }] }],
    },
  };
}
