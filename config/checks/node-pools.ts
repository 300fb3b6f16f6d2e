import type { Finding } from "../finding";
import { INSTANCE_TYPES } from "../reference/instance-types";
import type { StackConfig } from "../stack-schema";
import { check } from "./check";

type NodePools = StackConfig["nodePools"];

function poolFindings(
  pools: NodePools,
  find: (pool: NodePools[string]) => (Omit<Finding, "path"> & { at: Finding["path"] })[],
): Finding[] {
  return Object.entries(pools).flatMap(([name, pool]) =>
    find(pool).map(({ at, ...words }) => ({ path: ["nodePools", name, ...at], ...words })),
  );
}

/** A stack has a node pool of its own: Karpenter's controller must not run on nodes that Karpenter manages. */
export const someNodePool = check({ nodePools: "whole" }, ({ nodePools }) =>
  Object.keys(nodePools).length > 0
    ? []
    : [
        {
          path: ["nodePools"],
          given: "no pool",
          allowed: "at least one node pool",
          mend: "add a pool of at least two nodes, on which Karpenter's controller can run",
        },
      ],
);

/** Numbers of nodes are in order: min ≤ desired ≤ max. */
export const nodeCounts = check({ nodePools: "entries" }, ({ nodePools }) =>
  poolFindings(nodePools, ({ nodes: { min, desired, max } }) => {
    if (min > max) {
      return [
        {
          at: ["nodes", "min"],
          given: `${min}`,
          allowed: `at most max, which is ${max}`,
          mend: "lower min or raise max",
        },
      ];
    }
    return desired >= min && desired <= max
      ? []
      : [
          {
            at: ["nodes", "desired"],
            given: `${desired}`,
            allowed: `from min to max: ${min} to ${max}`,
            mend: "choose a number between them, or move min or max",
          },
        ];
  }),
);

/** A pool's subnets exist and are for nodes. */
export const nodePoolSubnets = check({ network: ["subnets"], nodePools: "entries" }, ({ network, nodePools }) => {
  const groups = Object.entries(network.subnets)
    .filter(([, { role }]) => role === "nodes")
    .map(([group]) => group);
  return poolFindings(nodePools, ({ subnets }) =>
    groups.includes(subnets)
      ? []
      : [
          {
            at: ["subnets"],
            given: subnets,
            allowed: `a subnet group of role nodes: ${groups.join(", ")}`,
            mend: "name one of these groups, or add the group to vantage:network.subnets",
          },
        ],
  );
});

/** Fewest instance types of a spot pool. Source: document 000, section 7, Prerequisites. */
export const SPOT_POOL_TYPES = 3;

/** A spot pool can be served from several capacity pools: interruptions of one type then leave the others. */
export const spotPoolTypes = check({ nodePools: "entries" }, ({ nodePools }) =>
  poolFindings(nodePools, ({ capacity, instanceTypes }) =>
    capacity === "on-demand" || instanceTypes.length >= SPOT_POOL_TYPES
      ? []
      : [
          {
            at: ["instanceTypes"],
            given: `${instanceTypes.length} on a spot pool`,
            allowed: `at least ${SPOT_POOL_TYPES} types of the same size`,
            mend: "add types of the same vCPU and memory, or set capacity: on-demand",
          },
        ],
  ),
);

/** Disks that are to hold local volumes exist on every type of the pool. */
export const localVolumeDisks = check({ nodePools: "entries" }, ({ nodePools }) =>
  poolFindings(nodePools, ({ localVolumes, instanceTypes }) => {
    const without = instanceTypes.filter((type) => INSTANCE_TYPES[type]?.localDisksGb.length === 0);
    return localVolumes && without.length > 0
      ? [
          {
            at: ["localVolumes"],
            given: `true with ${without.join(", ")}`,
            allowed: "true only with instance types that have NVMe instance-store disks",
            mend: "choose a type with local disks, such as i3en.2xlarge, or remove localVolumes",
          },
        ]
      : [];
  }),
);
