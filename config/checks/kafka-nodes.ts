import type { Finding } from "../finding";
import { INSTANCE_TYPES } from "../reference/instance-types";
import { largestLocalVolumeGib } from "../reference/local-disks";
import { NETWORK_BASELINE_GBPS } from "../reference/network-baseline";
import { check } from "./check";

const GIB = 2 ** 30;

/** The brokers' node pool exists. */
export const kafkaPool = check({ kafka: ["nodePool"], nodePools: "whole" }, ({ kafka, nodePools }) =>
  nodePools[kafka.nodePool] !== undefined
    ? []
    : [
        {
          path: ["kafka", "nodePool"],
          given: kafka.nodePool,
          allowed: `a pool of vantage:nodePools: ${Object.keys(nodePools).join(", ")}`,
          mend: "name the pool whose disks are for the brokers",
        },
      ],
);

/** The pool always has a node for every broker: two never share one, and a broker's volume is on its node. */
export const kafkaNodes = check({ kafka: ["nodePool", "brokers"], nodePools: "entries" }, ({ kafka, nodePools }) => {
  const pool = nodePools[kafka.nodePool];
  return pool === undefined || pool.nodes.min >= kafka.brokers
    ? []
    : [
        {
          path: ["kafka", "brokers"],
          given: `${kafka.brokers} on ${kafka.nodePool}, which has ${pool.nodes.min} nodes at least`,
          allowed: `at most ${pool.nodes.min}: each broker needs a node of its own`,
          mend: `raise vantage:nodePools.${kafka.nodePool}.nodes first, or run fewer brokers`,
        },
      ];
});

/** A broker's volume fits a disk of its node: a larger claim waits for a volume for ever. */
export const kafkaVolume = check({ kafka: ["nodePool", "volume"], nodePools: "entries" }, ({ kafka, nodePools }) => {
  const pool = nodePools[kafka.nodePool];
  if (pool === undefined) return [];
  const most = pool.localVolumes ? largestLocalVolumeGib(pool.instanceTypes) : 0;
  return kafka.volume.claim.value <= most * GIB
    ? []
    : [
        {
          path: ["kafka", "volume", "claim"],
          given: `${kafka.volume.claim}`,
          allowed:
            most === 0
              ? `a size that a local volume of ${kafka.nodePool} has; it has none`
              : `at most ${most}Gi, a disk of ${pool.instanceTypes.join(", ")} without its file system's own data`,
          mend: most === 0 ? "choose a pool with localVolumes: true" : "claim less: a claim can't be lowered later",
        },
      ];
});

/** The bandwidth of the brokers' nodes is known: Cruise Control has to be told it. */
export const kafkaBandwidth = check({ kafka: ["nodePool"], nodePools: "entries" }, ({ kafka, nodePools }) => {
  const unknown = (nodePools[kafka.nodePool]?.instanceTypes ?? []).filter((type) => !(type in NETWORK_BASELINE_GBPS));
  return unknown.length === 0
    ? []
    : [
        {
          path: ["kafka", "nodePool"],
          given: `${kafka.nodePool} with ${unknown.join(", ")}`,
          allowed: `a pool of ${Object.keys(NETWORK_BASELINE_GBPS).join(", ")}`,
          mend: "choose such a pool, or add the type's bandwidth to config/reference/network-baseline.ts",
        },
      ];
});

/** A broker's requests fit its node beside what the kubelet withholds. */
export const kafkaRequests = check(
  { kafka: ["nodePool", "resources"], nodePools: "entries", kubelet: ["systemReserved", "kubeReserved"] },
  ({ kafka, nodePools, kubelet: { systemReserved, kubeReserved } }) => {
    const types = (nodePools[kafka.nodePool]?.instanceTypes ?? []).flatMap((type) => INSTANCE_TYPES[type] ?? []);
    return types.flatMap(({ vcpu, memoryGib }) =>
      (["cpu", "memory"] as const).flatMap((resource): Finding[] => {
        const whole = resource === "cpu" ? vcpu : memoryGib * GIB;
        const left = whole - systemReserved[resource].value - kubeReserved[resource].value;
        const request = kafka.resources.requests[resource];
        return request.value <= left
          ? []
          : [
              {
                path: ["kafka", "resources", "requests", resource],
                given: `${request}`,
                allowed: `at most ${resource === "cpu" ? left : `${Math.floor(left / GIB)}Gi`}, what a node of ${kafka.nodePool} has left`,
                mend: "request less, or choose larger instance types",
              },
            ];
      }),
    );
  },
);
