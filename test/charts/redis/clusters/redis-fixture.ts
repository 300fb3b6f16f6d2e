import { type KubeObject, valueAt } from "../../../../charts/kube-object";
import { REDIS } from "../../../../charts/redis/clusters/redis";
import { type RedisCluster, redisClusters } from "../../../../charts/redis/clusters/redis-cluster";
import { documentedRendering } from "../../../../charts/synthesize";
import type { Platform } from "../../../../config/platform";
import { prodPlatform } from "../../../infra/prod-platform";

/** What the chart renders for a platform. */
export function redisObjects(platform: Platform = prodPlatform()): readonly KubeObject[] {
  return documentedRendering(platform, [REDIS]).flatMap(({ objects }) => objects);
}

/** The one object of a kind and name. */
export function objectOf(objects: readonly KubeObject[], kind: string, name: string): KubeObject {
  const found = objects.filter((object) => object.kind === kind && object.metadata.name === name);
  const [object] = found;
  if (object === undefined || found.length > 1) throw new Error(`${found.length} objects ${kind} ${name}`);
  return object;
}

/** A container of an object's pods. */
export function containerOf(object: KubeObject, name: string): Readonly<Record<string, unknown>> {
  const template = object.kind === "CronJob" ? ["spec", "jobTemplate", "spec", "template"] : ["spec", "template"];
  const all = ["initContainers", "containers"].flatMap((list) => valueAt(object, [...template, "spec", list]) ?? []);
  const found = (all as Record<string, unknown>[]).find((container) => container.name === name);
  if (found === undefined) throw new Error(`no container ${name} in ${object.metadata.name}`);
  return found;
}

/** A cluster of prod. */
export function prodCluster(name: string): RedisCluster {
  const found = redisClusters(prodPlatform()).find((cluster) => cluster.name === name);
  if (found === undefined) throw new Error(`no cluster ${name}`);
  return found;
}

/** Affinity of a pod that may be on every node but those with the brokers' disks. */
export const OFF_KAFKA_NODES = {
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [
        { matchExpressions: [{ key: "node.kubernetes.io/pool", operator: "NotIn", values: ["worker-kafka-v2"] }] },
      ],
    },
  },
};
