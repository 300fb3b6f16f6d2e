import { type Allocatable, allocatable } from "../derived/allocatable";
import { redisFilesGib, redisPodBytes } from "../derived/redis-sizes";
import type { Finding } from "../finding";
import { INSTANCE_TYPES } from "../reference/instance-types";
import { REPLICA_SUFFIX } from "../reference/redis";
import { check } from "./check";

const GIB = 2 ** 30;

/** Every cluster's node pool exists. */
export const redisPools = check({ redis: ["clusters"], nodePools: "whole" }, ({ redis: { clusters }, nodePools }) =>
  Object.entries(clusters)
    .filter(([, { nodePool }]) => nodePools[nodePool] === undefined)
    .map(([name, { nodePool }]) => ({
      path: ["redis", "clusters", name, "nodePool"],
      given: nodePool,
      allowed: `a pool of vantage:nodePools: ${Object.keys(nodePools).join(", ")}`,
      mend: "name one of these pools",
    })),
);

/** A pod, whose memory follows from maxmemory, fits every node of its pool: one that fits none waits for ever. */
export const redisPods = check(
  { redis: ["clusters"], nodePools: "entries", kubelet: ["systemReserved", "kubeReserved", "evictionHard"] },
  ({ redis: { clusters }, nodePools, kubelet }) =>
    Object.entries(clusters).flatMap(([name, { maxmemory, cpu, nodePool }]): Finding[] => {
      const types = (nodePools[nodePool]?.instanceTypes ?? []).flatMap((type) => INSTANCE_TYPES[type] ?? []);
      const nodes = types.map((type) => allocatable(type, kubelet));
      const least = (of: (node: Allocatable) => number) => Math.min(...nodes.map(of));
      const memory = least(({ memoryBytes }) => memoryBytes);
      const cpuMilli = least((node) => node.cpuMilli);
      const allowed = (has: string) => `what a node of ${nodePool} has for pods: ${has}`;
      return [
        ...(redisPodBytes(maxmemory) > memory
          ? [
              {
                path: ["redis", "clusters", name, "maxmemory"],
                given: `${maxmemory}, for which a pod asks for ${inGib(redisPodBytes(maxmemory))}`,
                allowed: allowed(inGib(memory)),
                mend: "lower it, or choose a pool of larger instance types",
              },
            ]
          : []),
        ...(cpu.milli > cpuMilli
          ? [
              {
                path: ["redis", "clusters", name, "cpu"],
                given: `${cpu}`,
                allowed: allowed(`${cpuMilli}m`),
                mend: "ask for less, or choose a pool of larger instance types",
              },
            ]
          : []),
      ];
    }),
);

/** A pod's volume has room for every file that Redis keeps or writes anew: a full one stops the writes. */
export const redisVolumes = check({ redis: ["clusters"] }, ({ redis: { clusters } }) =>
  Object.entries(clusters)
    .filter(([, cluster]) => cluster.volume.value < redisFilesGib(cluster) * GIB)
    .map(([name, cluster]) => ({
      path: ["redis", "clusters", name, "volume"],
      given: `${cluster.volume}`,
      allowed: `at least ${redisFilesGib(cluster)}Gi: ${cluster.appendOnly ? "append-only file and snapshots" : "snapshots"} of ${cluster.maxmemory}, old and new`,
      mend: "enlarge it; it can't be made smaller later",
    })),
);

/** The name of a replica's StatefulSet, in its two parts. */
const REPLICA_SET = new RegExp(`^(?<cluster>.+)-\\d+${REPLICA_SUFFIX}$`);

/** No cluster is called what the StatefulSet of another one's replica is. */
export const redisNames = check({ redis: ["clusters"] }, ({ redis: { clusters } }) =>
  Object.keys(clusters).flatMap((name): Finding[] => {
    const other = REPLICA_SET.exec(name)?.groups?.cluster;
    if (other === undefined || !(other in clusters)) return [];
    return [
      {
        path: ["redis", "clusters", name],
        on: "key",
        given: name,
        allowed: `a name other than that of a replica of ${other}`,
        mend: "rename the cluster",
      },
    ];
  }),
);

/** Who uploads backups exists, lives where the pods do, and may write. */
export const redisBackups = check(
  { redis: ["namespace", "backupIdentity"], storage: ["identities"] },
  ({ redis: { namespace, backupIdentity }, storage: { identities } }): Finding[] => {
    const identity = identities[backupIdentity];
    const at = ["redis", "backupIdentity"];
    if (identity === undefined) {
      const allowed = `an identity of vantage:storage.identities: ${Object.keys(identities).join(", ")}`;
      return [{ path: at, given: backupIdentity, allowed, mend: "name one of these, or add it" }];
    }
    const problems: [string, string][] = [
      ...(identity.namespace === namespace
        ? []
        : [
            [`${backupIdentity} of namespace ${identity.namespace}`, `one of namespace ${namespace}`] as [
              string,
              string,
            ],
          ]),
      ...(identity.access === "read"
        ? [[`${backupIdentity}, which only reads`, "one with access write or read-write"] as [string, string]]
        : []),
    ];
    return problems.map(([given, allowed]) => ({
      path: at,
      given,
      allowed,
      mend: "name another identity, or change this one: a pod can use a service account of its own namespace only",
    }));
  },
);

function inGib(bytes: number): string {
  return `${(Math.floor((bytes / GIB) * 100) / 100).toFixed(2)}Gi`;
}
