import { GP3_BASELINE_MIB_PER_SECOND } from "../reference/ebs";
import { REDIS_EXPORTER_MEMORY, REDIS_RESERVED_MEMORY_PERCENT } from "../reference/redis";
import { Quantity } from "../units/quantity";

const MIB = 2 ** 20;
const GIB = 2 ** 30;

/**
 * Memory of a Redis container in GiB, request and limit alike: maxmemory and what Redis needs beside the keys, in whole GiB. A request below the limit would let a node promise
 * memory that a forked child then takes from its neighbours.
 *
 * @example redisMemoryGib(Quantity.parse("36Gi")) // 48
 */
export function redisMemoryGib(maxmemory: Quantity): number {
  return Math.ceil(maxmemory.value / (1 - REDIS_RESERVED_MEMORY_PERCENT / 100) / GIB);
}

/** Memory that a Redis pod asks of its node, in bytes: Redis and its exporter. */
export function redisPodBytes(maxmemory: Quantity): number {
  return redisMemoryGib(maxmemory) * GIB + Quantity.parse(REDIS_EXPORTER_MEMORY.request).value;
}

/**
 * Space that the files of a Redis node take at most, in GiB: a snapshot and its successor while that is written; with an append-only file also its base, the changes since, which may double
 * it before a rewrite begins, and the new base.
 *
 * Source: redis.conf of 7.2, `auto-aof-rewrite-percentage` (100).
 */
export function redisFilesGib({
  maxmemory,
  appendOnly,
}: {
  readonly maxmemory: Quantity;
  readonly appendOnly: boolean;
}) {
  return Math.ceil(((appendOnly ? 5 : 2) * maxmemory.value) / GIB);
}

/** Seconds in which a full memory is written to a gp3 volume or read from it, if nothing else slows it down. */
export function redisDiskSeconds(maxmemory: Quantity): number {
  return Math.ceil(maxmemory.value / MIB / GP3_BASELINE_MIB_PER_SECOND);
}
