import { REDIS_RESERVED_MEMORY_PERCENT } from "../../config/reference/redis";
import { referenceOf } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { amountOf } from "./pod-amounts";
import { type RedisServer, redisServers } from "./redis-server";

const GIB = 2 ** 30;

/** Room that a server needs beyond maxmemory where it never forks: buffers and fragmentation. Source: document 000, section 2 (fragmentation 1.07 to 1.09). */
const RESERVED_WITHOUT_FORK_PERCENT = 10;

/** What a forked child, buffers and fragmentation take is beyond maxmemory. */
export const redisMemory: ManifestCheck = {
  title: "Every Redis server has a memory limit that leaves room beside its keys",
  severity: "high",
  why: "A snapshot under writes copies pages; at the limit the kernel kills the server in the middle of it, at the busiest hour.",
  remediation:
    "Set maxmemory in redis.conf, and raise the memory of requests and limits to the amount that the message names.",
  source: "Amazon ElastiCache user guide, Managing reserved memory (25 %); Redis documentation, Redis administration",
  link: "https://redis.io/docs/latest/operate/oss_and_stack/management/admin/",
  find: ({ objects }) => redisServers(objects).flatMap(judge),
};

function judge({ template, container, containerPath, maxmemory, persistent }: RedisServer): readonly ManifestFinding[] {
  const object = referenceOf(template.object);
  if (maxmemory === undefined) {
    const message = "no maxmemory in its redis.conf: it grows until the kernel kills it";
    return [{ object, path: containerPath, message }];
  }
  const percent = persistent ? REDIS_RESERVED_MEMORY_PERCENT : RESERVED_WITHOUT_FORK_PERCENT;
  const needed = maxmemory / (1 - percent / 100);
  return (["requests", "limits"] as const).flatMap((kind): ManifestFinding[] => {
    const amount = amountOf(container, kind, "memory");
    if (amount !== undefined && amount.value >= needed) return [];
    const message = `${amount ?? "nothing"} for maxmemory ${gib(maxmemory)}; at least ${gib(needed)}, of which ${percent} % are not for keys`;
    return [{ object, path: [...containerPath, "resources", kind, "memory"], message }];
  });
}

function gib(bytes: number): string {
  return `${(Math.ceil((bytes / GIB) * 100) / 100).toFixed(2)}Gi`;
}
