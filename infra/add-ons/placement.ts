import { dataPools } from "../../config/derived/data-pools";
import type { Platform } from "../../config/platform";
import { POOL_LABEL, ZONE_LABEL } from "../../config/reference/node-labels";

/** Tolerates every taint: for DaemonSets that must be on every node. */
export const EVERY_TAINT = [{ operator: "Exists" }] as const;

/** Pools whose disks become local volumes. */
export function localVolumePools({ nodePools }: Platform): readonly string[] {
  return Object.entries(nodePools).flatMap(([name, pool]) => (pool.localVolumes ? [name] : []));
}

/** The affinity of a pod, as far as it is about pools; empty where it may run anywhere. */
export interface PoolAffinity {
  readonly nodeAffinity?: {
    readonly requiredDuringSchedulingIgnoredDuringExecution: {
      readonly nodeSelectorTerms: readonly {
        readonly matchExpressions: readonly {
          readonly key: string;
          readonly operator: "In" | "NotIn";
          readonly values: readonly string[];
        }[];
      }[];
    };
  };
}

/** Keeps pods off the nodes whose disks hold data: those pools carry no taint, and a broker's page cache is worth more than a free core. */
export function awayFromDataNodes(platform: Platform): PoolAffinity {
  const pools = dataPools(platform);
  // The API refuses an expression without values.
  return pools.length === 0 ? {} : requiredPools("NotIn", pools);
}

/**
 * Puts pods on the nodes whose disks hold local volumes, and on no others.
 *
 * @throws {Error} when no pool has such disks: no affinity would mean every node.
 */
export function onLocalVolumeNodes(platform: Platform): PoolAffinity {
  const pools = localVolumePools(platform);
  if (pools.length === 0) {
    throw new Error(
      "vantage:nodePools: no pool has localVolumes, so there is no node for pods that need them; " +
        "set localVolumes on a pool whose instance type has NVMe disks",
    );
  }
  return requiredPools("In", pools);
}

/** Spreads the pods that a selector finds over zones; a missing zone doesn't keep a pod from starting. */
export function spreadOverZones(matchLabels: Readonly<Record<string, string>>) {
  return [
    {
      maxSkew: 1,
      topologyKey: ZONE_LABEL,
      whenUnsatisfiable: "ScheduleAnyway",
      labelSelector: { matchLabels },
    },
  ];
}

function requiredPools(operator: "In" | "NotIn", values: readonly string[]): PoolAffinity {
  return {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: POOL_LABEL, operator, values }] }],
      },
    },
  };
}
