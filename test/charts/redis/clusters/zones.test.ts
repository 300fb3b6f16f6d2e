import fc from "fast-check";
import { type RedisCluster, serverGroups } from "../../../../charts/redis/clusters/redis-cluster";
import { applyStep } from "../../../../infra/kubernetes/apply-order";
import { prodPlatform } from "../../../infra/prod-platform";
import { prodCluster, redisObjects } from "./redis-fixture";
import { allowedZones, type ModelPod, podsOf } from "./zone-model";

const platform = prodPlatform();
const ZONES = ["a", "b", "c", "d"];

/** Places pods in turn, each in one of the zones that it may be in; undefined for one that may be in none. */
function place(pods: readonly ModelPod[], zones: readonly string[], choices: readonly number[]) {
  const placed = new Map<ModelPod, string>();
  for (const [index, pod] of pods.entries()) {
    const allowed = allowedZones(pod, placed, zones);
    const zone = allowed[(choices[index] ?? 0) % allowed.length];
    if (zone === undefined) return undefined;
    placed.set(pod, zone);
  }
  return new Map([...placed].map(([pod, zone]) => [pod.name, zone]));
}

const groupsOf = (cluster: RedisCluster) => serverGroups(cluster).map((group) => podsOf(platform, cluster, group));

test("with primaries first every server finds a zone, whatever the ones before it took, and no shard is in one zone", () => {
  const cases = fc.record({
    shards: fc.integer({ min: 3, max: 7 }),
    zones: fc.integer({ min: 2, max: 4 }),
    choices: fc.array(fc.nat(11), { minLength: 14, maxLength: 14 }),
    order: fc.array(fc.nat(1_000), { minLength: 7, maxLength: 7 }),
  });
  fc.assert(
    fc.property(cases, ({ shards, zones, choices, order }) => {
      const cluster = { ...prodCluster("redis-prod-main"), shards };
      const [primaries = [], ...replicas] = groupsOf(cluster);
      const shuffled = replicas.flat().map((pod, index) => ({ pod, key: order[index] ?? 0 }));
      shuffled.sort((one, other) => one.key - other.key);
      const placed = place([...primaries, ...shuffled.map(({ pod }) => pod)], ZONES.slice(0, zones), choices);
      expect(placed?.size).toBe(2 * shards);
      for (let shard = 0; shard < shards; shard++) {
        const replica = placed?.get(`redis-prod-main-${shard}-replica-0`);
        expect([undefined, placed?.get(`redis-prod-main-${shard}`)]).not.toContain(replica);
      }
    }),
  );
});

test("with replicas first a primary may find none: the documented zones of the replicas, and two primaries that swap", () => {
  const [primaries = [], ...replicas] = groupsOf(prodCluster("redis-prod-main"));
  // Replicas in b, c and a, as documented; then the primaries of 0 in c and of 1 in b, where 2 has only its replica's zone a left.
  expect(place([...replicas.flat(), ...primaries], ["a", "b", "c"], [1, 2, 0, 1, 1, 0])).toBeUndefined();
});

test("so the primaries of both clusters are applied first, then the replicas, then what needs all of them", () => {
  const steps = (kind: string) =>
    redisObjects()
      .filter((object) => object.kind === kind)
      .map((object) => [object.metadata.name.replace(/-[0-9a-f]{8}$/, ""), applyStep(object)]);
  const of = (name: string) => [[name, 1], ...[0, 1, 2].map((shard) => [`${name}-${shard}-replica`, 2])];
  expect(steps("StatefulSet")).toEqual([...of("redis-prod-main"), ...of("redis-prod-sessions")]);
  expect(steps("Job")).toEqual([
    ["redis-prod-main-bootstrap", 3],
    ["redis-prod-sessions-bootstrap", 3],
  ]);
});
