import { bootstrapJob } from "../../../../charts/redis/clusters/bootstrap-job";
import { slotRanges } from "../../../../charts/redis/clusters/bootstrap-script";
import { prodPlatform } from "../../../infra/prod-platform";
import { OFF_KAFKA_NODES, prodCluster } from "./redis-fixture";

const platform = prodPlatform();
const main = prodCluster("redis-prod-main");

describe("slots", () => {
  it("of three primaries are the documented ones", () => {
    expect(slotRanges(3)).toEqual(["0-5460", "5461-10922", "10923-16383"]);
  });

  it.each([3, 4, 5, 7, 100])("of %d primaries are all slots, each once, in shares that differ by one", (shards) => {
    const ranges = slotRanges(shards).map((range) => range.split("-").map(Number) as [number, number]);
    expect(ranges.map(([first]) => first)).toEqual([0, ...ranges.slice(0, -1).map(([, last]) => last + 1)]);
    expect(ranges.at(-1)?.[1]).toBe(16383);
    const sizes = ranges.map(([first, last]) => last - first + 1);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });
});

describe("the bootstrap job", () => {
  it("names every server of both halves in the order of the shards", () => {
    const [container] = bootstrapJob(platform, main).spec?.template.spec?.containers ?? [];
    const host = (name: string) => `${name}.redis-prod-main-nodes.redis-prod.svc:6379`;
    expect(container).toMatchObject({
      image: "redis:7.2.5-alpine",
      command: ["/bin/sh", "-euc", expect.stringContaining("CLUSTER ADDSLOTSRANGE")],
      env: [
        { name: "PRIMARIES", value: [0, 1, 2].map((shard) => host(`redis-prod-main-${shard}`)).join(" ") },
        { name: "REPLICAS", value: [0, 1, 2].map((shard) => host(`redis-prod-main-${shard}-replica-0`)).join(" ") },
        { name: "SLOTS", value: "0-5460 5461-10922 10923-16383" },
        { name: "TIMEOUT_SECONDS", value: "890" },
      ],
    });
  });

  it("ends after the 890 s that it may wait for servers, and five minutes to start and to try again", () => {
    expect(bootstrapJob(platform, main).spec).toMatchObject({ activeDeadlineSeconds: 1_190, backoffLimit: 3 });
    const sessions = prodCluster("redis-prod-sessions");
    expect(bootstrapJob(platform, sessions).spec?.activeDeadlineSeconds).toBe(1_550);
  });

  it("stays off the nodes with the brokers' disks, which have no taint", () => {
    expect(bootstrapJob(platform, main).spec?.template.spec?.affinity).toEqual(OFF_KAFKA_NODES);
  });

  it("is placed as its servers are, which serve nobody without it", () => {
    expect(bootstrapJob(platform, main).spec?.template.spec?.priorityClassName).toBe("platform-data");
  });

  it("has another name when its pod is another, because Kubernetes changes no job; and stays when it is done", () => {
    const { metadata, spec } = bootstrapJob(platform, main);
    expect(metadata?.name).toMatch(/^redis-prod-main-bootstrap-[0-9a-f]{8}$/);
    expect(bootstrapJob(platform, prodCluster("redis-prod-main")).metadata?.name).toBe(metadata?.name);
    expect(bootstrapJob(platform, { ...main, image: "redis:7.2.6-alpine" }).metadata?.name).not.toBe(metadata?.name);
    expect(spec).not.toHaveProperty("ttlSecondsAfterFinished");
  });
});
