/** Port of Redis clients. Source: document 000, section 2 (Port: 6379). */
export const REDIS_PORT = 6_379;

/** Port of the cluster bus: 10,000 above the clients', as Redis has it by default. Source: redis.conf of 7.2, `cluster-port`. */
export const REDIS_BUS_PORT = 16_379;

/** Hash slots of a Redis Cluster. Source: document 000, section 2 (16384 slots). */
export const REDIS_SLOTS = 16_384;

/**
 * Share of a node's memory that is not for keys, in percent: pages copied while a forked child writes a snapshot, output buffers of replicas,
 * fragmentation (1.08 in document 000, section 2).
 *
 * Source: Amazon ElastiCache user guide, "Managing reserved memory" (25 % for Redis 2.8.22 and later).
 */
export const REDIS_RESERVED_MEMORY_PERCENT = 25;

/** Memory that the metrics exporter asks for and may use. Source: document 000, section 8 (128 MiB / 256 MiB limit). */
export const REDIS_EXPORTER_MEMORY = { request: "128Mi", limit: "256Mi" } as const;

/** What Redis can do when its memory is full. Source: redis.conf of 7.2, `maxmemory-policy`. */
export const REDIS_EVICTION_POLICIES = [
  "noeviction",
  "allkeys-lru",
  "allkeys-lfu",
  "allkeys-random",
  "volatile-lru",
  "volatile-lfu",
  "volatile-random",
  "volatile-ttl",
] as const;

/** What follows the name of a shard's primary in that of its replica. Source: document 000, section 2 (redis-prod-main-0-replica). */
export const REPLICA_SUFFIX = "-replica";
