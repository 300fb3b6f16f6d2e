import { placement, zoneSpread } from "../../../../charts/redis/clusters/placement";
import { prodPlatform, prodWith } from "../../../infra/prod-platform";
import { prodCluster } from "./redis-fixture";

const platform = prodPlatform();
const sessions = prodCluster("redis-prod-sessions");
const zone = "topology.kubernetes.io/zone";
const shard = ["apps.kubernetes.io/pod-index"];

describe("placement", () => {
  it.each(["primary", "replica"] as const)("of a %s is a node of its own in worker-memory-v3", (half) => {
    expect(placement(platform, sessions, half)).toMatchObject({
      nodeSelector: { "node.kubernetes.io/pool": "worker-memory-v3" },
      tolerations: [{ key: "dedicated", operator: "Equal", value: "memory-workloads", effect: "PreferNoSchedule" }],
      affinity: {
        podAntiAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            {
              topologyKey: "kubernetes.io/hostname",
              labelSelector: { matchLabels: { "app.kubernetes.io/name": "redis-prod-sessions" } },
            },
          ],
        },
      },
    });
  });

  it("demands of primaries that no zone has two, and prefers another zone than the replica's", () => {
    expect(zoneSpread(platform, sessions, "primary")).toEqual([
      {
        maxSkew: 1,
        minDomains: 3,
        topologyKey: zone,
        whenUnsatisfiable: "DoNotSchedule",
        labelSelector: {
          matchLabels: {
            "app.kubernetes.io/name": "redis-prod-sessions",
            "app.kubernetes.io/instance": "redis-prod-sessions",
          },
        },
      },
      {
        maxSkew: 1,
        topologyKey: zone,
        whenUnsatisfiable: "ScheduleAnyway",
        matchLabelKeys: shard,
        labelSelector: { matchLabels: { "app.kubernetes.io/name": "redis-prod-sessions" } },
      },
    ]);
  });

  it("demands of replicas another zone than their primary's, and prefers that they spread", () => {
    expect(zoneSpread(platform, sessions, "replica")).toMatchObject([
      {
        whenUnsatisfiable: "ScheduleAnyway",
        labelSelector: { matchLabels: { "app.kubernetes.io/instance": "redis-prod-sessions-replica" } },
      },
      { whenUnsatisfiable: "DoNotSchedule", minDomains: 2, matchLabelKeys: shard },
    ]);
  });

  it("demands no more zones than there are, or than there are primaries", () => {
    const two = prodWith(({ network }) => {
      network.zones = ["us-east-1a", "us-east-1b"];
    });
    expect(zoneSpread(two, sessions, "primary")).toMatchObject([{ minDomains: 2 }, {}]);
    const six = prodWith(({ network }) => {
      network.zones = ["a", "b", "c", "d", "e", "f"].map((letter) => `us-east-1${letter}`);
    });
    expect(zoneSpread(six, sessions, "primary")).toMatchObject([{ minDomains: 3 }, {}]);
  });
});
