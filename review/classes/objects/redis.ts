import type { Json } from "../../../charts/kube-object";
import { valueAt } from "../../../charts/kube-object";
import { directivesIn } from "../../diff/embedded-text";
import { fromTo } from "../amounts";
import type { Subject, TypeRows } from "../row";

const FILE = "redis.conf";
const CONF = "redis.conf of Redis 7.2";

/** What Redis takes without a policy. Source: redis.conf of Redis 7.2, maxmemory-policy. */
const DEFAULT_POLICY = "noeviction";

/** Bytes of redis.conf's units. Source: redis.conf of Redis 7.2, "Note on units". */
const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  b: 1,
  k: 1e3,
  kb: 2 ** 10,
  m: 1e6,
  mb: 2 ** 20,
  g: 1e9,
  gb: 2 ** 30,
};

/** What changes of a Redis server's settings do. They come before those of other ConfigMaps. */
export const REDIS_ROWS: readonly TypeRows[] = [
  {
    of: ["ConfigMap"],
    fields: [
      {
        path: ["data", FILE, "maxmemory-policy"],
        when: ({ before, after }) =>
          scopeOf(after) > 0 && policyOf(before) !== policyOf(after) && !narrows(before, after),
        class: "data loss",
        reason: (change) => `once its memory is full, Redis drops keys that it kept so far, ${fromTo(change)}`,
        source: `${CONF}, maxmemory-policy`,
      },
      {
        path: ["data", FILE, "maxmemory-policy"],
        class: "in place",
        reason: (change) =>
          `Redis drops fewer keys than before once its memory is full, ${fromTo(change)}: writes may be refused instead`,
        source: `${CONF}, maxmemory-policy`,
      },
      {
        path: ["data", FILE, "maxmemory"],
        when: ({ before, after }, subject) =>
          bytes(after) < bytes(before) && scopeOf(settingOf(subject, "maxmemory-policy")) > 0,
        class: "data loss",
        reason: (change) => `Redis drops keys until it fits, ${fromTo(change)}`,
        source: `${CONF}, maxmemory`,
      },
      {
        path: ["data", FILE, "appendonly"],
        when: ({ before, after }) => before === "yes" && after !== "yes",
        class: "data loss",
        reason: "at its next start Redis reads the last snapshot: what was written since then is gone",
        source: 'Redis, "Redis persistence"',
      },
      {
        path: ["data", FILE, "save"],
        class: "in place",
        reason:
          "snapshots are made at other times: more or less is lost when a server dies without its append-only file",
        source: 'Redis, "Redis persistence"',
      },
      {
        path: ["data", FILE],
        class: "in place",
        reason: "Redis reads its settings when it starts: pods that run keep the old ones until they start anew",
        source: CONF,
      },
    ],
  },
];

function policyOf(value: Json | undefined): string {
  return typeof value === "string" ? value : DEFAULT_POLICY;
}

/** How many keys a policy may drop: none, those with an end, all. */
function scopeOf(value: Json | undefined): number {
  const policy = policyOf(value);
  return policy.startsWith("allkeys-") ? 2 : policy.startsWith("volatile-") ? 1 : 0;
}

/** From all keys to those with an end nothing is dropped that wasn't before. */
function narrows(before: Json | undefined, after: Json | undefined): boolean {
  return scopeOf(after) < scopeOf(before);
}

/** Bytes of a size such as `14gb`; none, and 0, are without a bound. */
function bytes(value: Json | undefined): number {
  const [, count = "", unit = ""] = /^(\d+)([a-z]*)$/i.exec(String(value ?? "")) ?? [];
  return Number(count) * (UNITS[unit.toLowerCase()] ?? 1) || Number.POSITIVE_INFINITY;
}

function settingOf({ after }: Subject, name: string): Json | undefined {
  const file = valueAt(after, ["data", FILE]);
  return typeof file === "string" ? (valueAt(directivesIn(file), [name]) as Json | undefined) : undefined;
}
