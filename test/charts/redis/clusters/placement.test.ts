import { distances, placement, zoneSpread } from "../../../../charts/redis/clusters/placement";
import { serverGroups } from "../../../../charts/redis/clusters/redis-cluster";
import { prodPlatform, prodWith } from "../../../infra/prod-platform";
import { prodCluster } from "./redis-fixture";

const platform = prodPlatform();
const sessions = prodCluster("redis-prod-sessions");
const zone = "topology.kubernetes.io/zone";
const primaries = { half: "primary" } as const;
const replica = (shard: number) => ({ half: "replica", shard }) as const;
const ownNode = {
  topologyKey: "kubernetes.io/hostname",
  labelSelector: { matchLabels: { "app.kubernetes.io/name": "redis-prod-sessions" } },
};

describe("placement", () => {
  it.each(serverGroups(sessions))("of %j is a node of its own in worker-memory-v3", (group) => {
    const placed = placement(platform, sessions, group);
    expect(placed).toMatchObject({
      nodeSelector: { "node.kubernetes.io/pool": "worker-memory-v3" },
      tolerations: [{ key: "dedicated", operator: "Equal", value: "memory-workloads", effect: "PreferNoSchedule" }],
    });
    expect(placed.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.[0]).toEqual(ownNode);
  });

  it("demands of a replica another zone than that of the primary of its shard, and of no other", () => {
    expect(distances(sessions, primaries)).toEqual([ownNode]);
    expect(distances(sessions, replica(2))).toEqual([
      ownNode,
      {
        topologyKey: zone,
        labelSelector: {
          matchLabels: {
            "app.kubernetes.io/name": "redis-prod-sessions",
            "statefulset.kubernetes.io/pod-name": "redis-prod-sessions-2",
          },
        },
      },
    ]);
  });

  it("demands of primaries that no zone has two, by nothing that Karpenter ignores", () => {
    expect(zoneSpread(platform, sessions, primaries)).toEqual({
      maxSkew: 1,
      minDomains: 3,
      topologyKey: zone,
      whenUnsatisfiable: "DoNotSchedule",
      labelSelector: {
        matchLabels: {
          "app.kubernetes.io/name": "redis-prod-sessions",
          "app.kubernetes.io/component": "primary",
        },
      },
    });
  });

  it("prefers that replicas spread", () => {
    expect(zoneSpread(platform, sessions, replica(0))).toEqual({
      maxSkew: 1,
      topologyKey: zone,
      whenUnsatisfiable: "ScheduleAnyway",
      labelSelector: {
        matchLabels: {
          "app.kubernetes.io/name": "redis-prod-sessions",
          "app.kubernetes.io/component": "replica",
        },
      },
    });
  });

  it("demands no more zones than there are, or than there are primaries", () => {
    const two = prodWith(({ network }) => {
      network.zones = ["us-east-1a", "us-east-1b"];
    });
    expect(zoneSpread(two, sessions, primaries)).toMatchObject({ minDomains: 2 });
    const six = prodWith(({ network }) => {
      network.zones = ["a", "b", "c", "d", "e", "f"].map((letter) => `us-east-1${letter}`);
    });
    expect(zoneSpread(six, sessions, primaries)).toMatchObject({ minDomains: 3 });
  });
});
