import type { Changeable } from "../estate-fixture";
import { changeObject, type Mutations } from "./mutation";
import { containerOf, podOf, replaceText } from "./object-parts";

const MAIN = /^redis-prod-main$/;
const SESSIONS = /^redis-prod-sessions$/;

/** Gives Redis servers other requests and limits of memory. */
function setMemory(servers: Changeable, memory: string): void {
  const { requests, limits } = containerOf(servers, "redis").resources;
  Object.assign(requests, { memory });
  Object.assign(limits, { memory });
}

/** What the checks have to catch that are about Redis alone, or about where the pods of large workloads find room. */
export const redisMutations: Mutations = {
  "redis-memory": [
    {
      what: "maxmemory of Redis servers raised, and not their memory",
      change: changeObject(
        "ConfigMap",
        ({ data }) => replaceText(data, "redis.conf", "maxmemory 14gb", "maxmemory 18gb"),
        MAIN,
      ),
    },
    {
      what: "maxmemory of Redis servers taken away",
      change: changeObject("ConfigMap", ({ data }) => replaceText(data, "redis.conf", "maxmemory 14gb\n", ""), MAIN),
    },
    {
      what: "the memory of Redis servers lowered, and not their maxmemory",
      change: changeObject("StatefulSet", (servers) => setMemory(servers, "16Gi"), MAIN),
    },
  ],
  "redis-shutdown": [
    {
      what: "Redis servers given Kubernetes' 30 s to save their keys when they stop",
      change: changeObject("StatefulSet", (servers) => delete podOf(servers).terminationGracePeriodSeconds, SESSIONS),
    },
  ],
  "pool-fit": [
    {
      what: "more memory asked for Redis servers than a node of its pool has",
      change: changeObject("StatefulSet", (servers) => setMemory(servers, "200Gi"), SESSIONS),
    },
  ],
  "pool-hosts": [
    {
      what: "more Redis servers than their pool may have nodes",
      change: changeObject("StatefulSet", ({ spec }) => Object.assign(spec, { replicas: 60 }), MAIN),
    },
  ],
  "zone-spread": [
    {
      what: "the zone spread of Redis servers taken away",
      change: changeObject("StatefulSet", (servers) => delete podOf(servers).topologySpreadConstraints, MAIN),
    },
    {
      what: "a zone spread of the schema registry that counts other pods",
      change: changeObject(
        "Deployment",
        (registry) => {
          const [overZones] = podOf(registry).topologySpreadConstraints;
          overZones.labelSelector.matchLabels = { app: "schema-registry" };
        },
        /^schema-registry$/,
      ),
    },
  ],
  "disruption-budgets": [
    {
      what: "a disruption budget of Redis that lets no pod go",
      change: changeObject("PodDisruptionBudget", ({ spec }) => Object.assign(spec, { maxUnavailable: 0 }), MAIN),
    },
    {
      what: "a disruption budget for pods that aren't there",
      change: changeObject(
        "PodDisruptionBudget",
        ({ spec }) => Object.assign(spec.selector, { matchLabels: { app: "redis-prod-sessions" } }),
        SESSIONS,
      ),
    },
    {
      what: "as many pods required as an autoscaler leaves at the least",
      change: changeObject(
        "PodDisruptionBudget",
        ({ spec }) => {
          delete spec.maxUnavailable;
          spec.minAvailable = 4;
        },
        /^checkout-service$/,
      ),
    },
  ],
};
