import { k8s } from "cdk8s-plus-29";
import { redisDiskSeconds, redisMemoryGib } from "../../../config/derived/redis-sizes";
import { REDIS_BUS_PORT, REDIS_PORT } from "../../../config/reference/redis";
import { restrictedContainer } from "../../restricted-container";
import { CONFIG_PATH, DATA_PATH } from "./paths";
import { addresses, partnerAddress, type RedisCluster, type ServerGroup } from "./redis-cluster";
import { FAILOVER_SECONDS } from "./server-scripts";

const STARTUP_PERIOD_SECONDS = 10;

/**
 * Seconds between being told to stop and being killed: handing over, then writing all of the memory to the volume. The documents' log shows Kubernetes' default of 30, at
 * a third of maxmemory; a kill in the middle of the snapshot would leave the one before.
 *
 * Source: document 000, section 6 (deletionGracePeriodSeconds); document 000, section 2 (SAVE completed).
 */
export function gracePeriodSeconds({ maxmemory }: Pick<RedisCluster, "maxmemory">): number {
  return FAILOVER_SECONDS + redisDiskSeconds(maxmemory) + 30;
}

/** Seconds that a start may take: reading all files, of which an append-only file may be twice the memory, at the speed of the volume; and a minute. */
export function startupSeconds({ maxmemory }: Pick<RedisCluster, "maxmemory">): number {
  return 2 * redisDiskSeconds(maxmemory) + 60;
}

/**
 * The container of a server. It announces its pod's address, which is another after each start.
 *
 * Liveness takes any answer: a server that loads its data answers, with an error, and a replica does so each time it takes a full copy.
 */
export function serverContainer(cluster: RedisCluster, group: ServerGroup): k8s.Container {
  const memory = k8s.Quantity.fromString(`${redisMemoryGib(cluster.maxmemory)}Gi`);
  const script = (name: string) => ({ exec: { command: ["/bin/sh", `${CONFIG_PATH}/${name}.sh`] } });
  return {
    name: "redis",
    image: cluster.image,
    command: ["redis-server", `${CONFIG_PATH}/redis.conf`],
    args: ["--cluster-announce-ip", "$(POD_IP)"],
    env: [
      { name: "POD_IP", valueFrom: { fieldRef: { fieldPath: "status.podIP" } } },
      { name: "POD_NAME", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
      { name: "PARTNER", value: partnerAddress(cluster, group, "$(POD_NAME)") },
      { name: "PEERS", value: [...addresses(cluster, "primary"), ...addresses(cluster, "replica")].join(" ") },
    ],
    ports: [
      { name: "redis", containerPort: REDIS_PORT },
      { name: "bus", containerPort: REDIS_BUS_PORT },
    ],
    startupProbe: {
      ...script("started"),
      periodSeconds: STARTUP_PERIOD_SECONDS,
      timeoutSeconds: 15,
      failureThreshold: Math.ceil(startupSeconds(cluster) / STARTUP_PERIOD_SECONDS),
    },
    livenessProbe: {
      exec: { command: ["redis-cli", "-p", `${REDIS_PORT}`, "PING"] },
      periodSeconds: 10,
      timeoutSeconds: 5,
      failureThreshold: 6,
    },
    readinessProbe: { ...script("ready"), periodSeconds: 5, timeoutSeconds: 5 },
    lifecycle: { preStop: script("stop") },
    resources: {
      requests: { cpu: k8s.Quantity.fromString(`${cluster.cpu}`), memory },
      limits: { cpu: k8s.Quantity.fromString(`${2 * cluster.cpu.milli}m`), memory },
    },
    securityContext: restrictedContainer(),
    volumeMounts: [
      { name: "data", mountPath: DATA_PATH },
      { name: "config", mountPath: CONFIG_PATH, readOnly: true },
    ],
  };
}
