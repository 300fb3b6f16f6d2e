import type { Finding } from "../finding";
import { INSTANCE_TYPES } from "../reference/instance-types";
import { check } from "./check";

const GIB = 2 ** 30;
const SECONDS_PER_HOUR = 3_600;
const SECONDS_PER_DAY = 86_400;

/** Time that SQS keeps a message, in seconds. Source: Amazon SQS API reference, `MessageRetentionPeriod`. */
export const QUEUE_RETENTION_SECONDS = { shortest: 60, longest: 14 * SECONDS_PER_DAY } as const;

/** A Karpenter pool takes over from a node group that exists. */
export const replacedPools = check({ nodePools: "whole", karpenter: ["nodePools"] }, ({ nodePools, karpenter }) =>
  Object.entries(karpenter.nodePools)
    .filter(([, { replaces }]) => nodePools[replaces] === undefined)
    .map(([pool, { replaces }]) => ({
      path: ["karpenter", "nodePools", pool, "replaces"],
      given: replaces,
      allowed: `a pool of vantage:nodePools: ${Object.keys(nodePools).join(", ")}`,
      mend: "name the node group whose workloads move to this pool",
    })),
);

/** A NodePool's limits allow at least one node of its smallest type; below that it launches nothing and says so nowhere. */
export const karpenterLimits = check({ karpenter: ["nodePools"] }, ({ karpenter: { nodePools } }) =>
  Object.entries(nodePools).flatMap(([pool, { instanceTypes, limits }]): Finding[] => {
    const types = instanceTypes.flatMap((name) => INSTANCE_TYPES[name] ?? []);
    const least = {
      cpu: Math.min(...types.map(({ vcpu }) => vcpu)),
      gib: Math.min(...types.map(({ memoryGib }) => memoryGib)),
    };
    const path = ["karpenter", "nodePools", pool, "limits"];
    const mend = "raise the limit, or allow a smaller instance type";
    return [
      ...(types.length > 0 && limits.cpu < least.cpu
        ? [
            {
              path: [...path, "cpu"],
              given: `${limits.cpu}`,
              allowed: `at least ${least.cpu}, the vCPUs of the smallest type`,
              mend,
            },
          ]
        : []),
      ...(types.length > 0 && limits.memory.value < least.gib * GIB
        ? [
            {
              path: [...path, "memory"],
              given: `${limits.memory}`,
              allowed: `at least ${least.gib}Gi, the memory of the smallest type`,
              mend,
            },
          ]
        : []),
    ];
  }),
);

/** Nodes expire after whole hours, the unit in which the NodePool is written. */
export const karpenterExpiry = check({ karpenter: ["nodePools"] }, ({ karpenter: { nodePools } }) =>
  Object.entries(nodePools)
    .filter(([, { expireAfter }]) => expireAfter.seconds === 0 || expireAfter.seconds % SECONDS_PER_HOUR !== 0)
    .map(([pool, { expireAfter }]) => ({
      path: ["karpenter", "nodePools", pool, "expireAfter"],
      given: `${expireAfter}`,
      allowed: "whole hours, at least one",
      mend: "write it in hours or days, such as 720h",
    })),
);

/** Interruption events are kept for a time that SQS takes. */
export const queueRetention = check({ karpenter: ["interruptionQueue"] }, ({ karpenter: { interruptionQueue } }) => {
  const { shortest, longest } = QUEUE_RETENTION_SECONDS;
  const { seconds } = interruptionQueue.retention;
  return seconds >= shortest && seconds <= longest
    ? []
    : [
        {
          path: ["karpenter", "interruptionQueue", "retention"],
          given: `${interruptionQueue.retention}`,
          allowed: `from ${shortest}s to ${longest / SECONDS_PER_DAY}d`,
          mend: "choose a time within that range; 300s is what Karpenter's own template sets",
        },
      ];
});

/** The cluster has room for Karpenter's controller pods: one on each node that Karpenter doesn't manage. */
export const controllerNodes = check(
  { nodePools: "whole", karpenter: ["replicas"] },
  ({ nodePools, karpenter: { replicas } }) => {
    const lasting = Object.values(nodePools).filter(
      ({ taints }) => !taints.some(({ effect }) => effect !== "PreferNoSchedule"),
    );
    const nodes = lasting.reduce((sum, pool) => sum + pool.nodes.min, 0);
    return nodes >= replicas
      ? []
      : [
          {
            path: ["karpenter", "replicas"],
            given: `${replicas}, with ${nodes} nodes in pools without a repelling taint`,
            allowed: "at most the nodes that Karpenter does not manage",
            mend: "raise nodes.min of a pool without taints: the controller never runs on nodes of its own",
          },
        ];
  },
);
