import type { PlatformWith } from "../../../config/parts";
import { Duration } from "../../../config/units/duration";
import { alert, type RuleFile } from "../rule";

const GROUP = "redis-health-checks";

/** As often as Redis is scraped: in the documented incident the whole rise from 88 to 93 % took three minutes. */
const INTERVAL = Duration.parse("15s");

/** The documented limit of a server's memory: it divides by zero, which is how Redis says that there is none. */
export const MEMORY_LIMIT = "redis_memory_max_bytes";

/** The same with servers without a limit left out. */
export const MEMORY_LIMIT_WHERE_SET = "(redis_memory_max_bytes > 0)";

/** Use of a server's memory above which session stores warn, in percent. Source: document 001, sections 2 and 8. */
export const EARLY_WARNING_PERCENT = 85;

/** Keys that a server evicts in a second above which somebody is called. Source: document 001, section 8. */
export const EVICTIONS_PER_SECOND = 100;

/**
 * A server of any cluster has less than a tenth of its memory left. Each server is judged by itself: a shard that is full evicts, or refuses writes,
 * however empty the others are.
 *
 * Source: document 001, section 2 (12:08).
 */
export function redisMemoryFile(platform: PlatformWith<"alerts">, limit = MEMORY_LIMIT): RuleFile {
  return {
    name: "redis-memory-critical",
    group: GROUP,
    interval: INTERVAL,
    rules: [
      alert(platform, {
        alert: "RedisMemoryCritical",
        expr: `redis_memory_used_bytes / ${limit} > 0.90`,
        for: "30s",
        severity: "critical",
        summary: "{{ $labels.pod }} uses {{ $value | humanizePercentage }} of its maxmemory",
        description:
          "It evicts keys, or refuses writes where eviction is off. Raise maxmemory with CONFIG SET on all primaries, and in the stack file.",
        runbook: "redis-memory",
      }),
    ],
  };
}

/**
 * The use of memory in percent, the early warning of the session stores, and evictions.
 *
 * Source: document 001, sections 2 (12:16, 85 %) and 8 (redis_memory_used_percent, redis_evicted_keys_total); compatibility page, M7: the exporter has no
 * percentage, so it is recorded.
 */
export function redisPressureFile(platform: PlatformWith<"alerts">): RuleFile {
  const stores = platform.alerts.sessionStores.join("|");
  return {
    name: "redis-pressure",
    group: GROUP,
    interval: INTERVAL,
    rules: [
      { record: "redis_memory_used_percent", expr: `100 * redis_memory_used_bytes / ${MEMORY_LIMIT_WHERE_SET}` },
      alert(platform, {
        alert: "RedisSessionMemoryHigh",
        expr: `redis_memory_used_percent{app_kubernetes_io_name=~"${stores}"} > ${EARLY_WARNING_PERCENT}`,
        for: "1m",
        severity: "warning",
        summary: "{{ $labels.pod }} uses {{ $value | humanize }}% of its maxmemory",
        description:
          "Sessions are about to be evicted. Look at the rate at which they are made, and raise maxmemory in time.",
        runbook: "redis-memory",
      }),
      alert(platform, {
        alert: "RedisEvictionsHigh",
        expr: `rate(redis_evicted_keys_total[1m]) > ${EVICTIONS_PER_SECOND}`,
        for: "30s",
        severity: "critical",
        summary: "{{ $labels.pod }} evicts {{ $value | humanize }} keys a second",
        description:
          "Users lose their sessions and their carts. Raise maxmemory with CONFIG SET on all primaries, and in the stack file.",
        runbook: "redis-memory",
      }),
    ],
  };
}
