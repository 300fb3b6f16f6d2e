import { changeObject, type Mutations } from "./mutation";
import { replaceText } from "./object-parts";

const RULES = /^prometheus-rules$/;

/** What the checks about Prometheus' rules have to catch. */
export const monitoringMutations: Mutations = {
  "rule-divisors": [
    {
      what: "an alert that divides by maxmemory also where there is none",
      change: changeObject(
        "ConfigMap",
        ({ data }) =>
          replaceText(data, "redis-memory-critical.yaml", "(redis_memory_max_bytes > 0)", "redis_memory_max_bytes"),
        RULES,
      ),
    },
  ],
  "rule-mountpoints": [
    {
      what: "the alert about full disks left with a mount point that no node has",
      change: changeObject(
        "ConfigMap",
        ({ data }) => replaceText(data, "node-disk-pressure.yaml", "/|/var/lib/kubelet", "/var/lib/kubelet"),
        RULES,
      ),
    },
  ],
  "rule-percentages": [
    {
      what: "an alert that tells bytes as a percentage",
      change: changeObject(
        "ConfigMap",
        ({ data }) =>
          replaceText(
            data,
            "redis-memory-critical.yaml",
            "redis_memory_used_bytes / (redis_memory_max_bytes > 0)",
            "redis_memory_used_bytes",
          ),
        RULES,
      ),
    },
  ],
  "rule-shares": [
    {
      what: "an alert that divides each server's memory by itself",
      change: changeObject(
        "ConfigMap",
        ({ data }) =>
          replaceText(
            data,
            "redis-memory-critical.yaml",
            "redis_memory_used_bytes / (redis_memory_max_bytes > 0)",
            'redis_memory_used_bytes{pod=~".+"} / redis_memory_used_bytes',
          ),
        RULES,
      ),
    },
  ],
};
