import { redisPodBytes } from "../../../config/derived/redis-sizes";
import { sumOf } from "../../../config/derived/resource-amounts";
import { serviceCapacity } from "../../../config/derived/service-capacity";
import {
  leastPods,
  mostPods,
  peakPods,
  serviceQuotas,
  type TeamDeployment,
} from "../../../config/derived/service-quotas";
import { prodPlatform, prodWith } from "../../infra/prod-platform";

const GIB = 2 ** 30;
const prod = prodPlatform();
const quotas = serviceQuotas(prod);
const deployment = (name: string): TeamDeployment => {
  const found = prod.workloads.deployments[name];
  if (found === undefined) throw new Error(`no Deployment ${name}`);
  return found;
};
const total = (kind: "requests" | "limits") => {
  const { cpuMilli, memoryBytes } = sumOf([...quotas.values()].map((quota) => quota[kind]));
  return { cpu: cpuMilli / 1_000, gib: memoryBytes / GIB };
};

describe("pods of a Deployment", () => {
  it("are what its autoscaler may make of them, and a quarter more in an update", () => {
    const checkout = deployment("checkout-service");
    expect([leastPods(checkout), mostPods(checkout), peakPods(checkout)]).toEqual([4, 24, 30]);
    const cache = deployment("user-profile-cache");
    expect([leastPods(cache), mostPods(cache), peakPods(cache)]).toEqual([4, 4, 5]);
  });

  it("are rounded up: of three pods an update makes four", () => {
    expect(peakPods({ ...deployment("user-profile-cache"), replicas: 3 })).toBe(4);
  });
});

describe("requests are what document 000, section 1, shows pods waiting with", () => {
  it.each([
    ["checkout-service", "2", "4Gi"],
    ["inventory-sync", "1", "2Gi"],
    ["notification-service", "500m", "1Gi"],
    ["order-processor", "1500m", "3Gi"],
    ["analytics-aggregator", "2", "8Gi"],
    ["catalog-search-worker", "800m", "2Gi"],
    ["recommendation-engine", "1200m", "4Gi"],
    ["analytics-collector", "500m", "1Gi"],
  ])("%s: %s, %s", (name, cpu, memory) => {
    const { requests } = deployment(name);
    expect([`${requests.cpu}`, `${requests.memory}`]).toEqual([cpu, memory]);
  });
});

describe("limits leave room for the average use of document 000, section 4", () => {
  it.each([
    ["checkout-service", 2.1],
    ["catalog-search", 2.4],
    ["order-processor", 2.8],
    ["analytics-aggregator", 4.6],
    ["recommendation-engine", 2.5],
    ["inventory-sync", 1.5],
    ["payment-gateway", 1.8],
    ["user-profile-service", 2.1],
  ])("%s: %d vCPU a pod", (name, average) => {
    expect(deployment(name).limits.cpu.value).toBeGreaterThan(average);
  });
});

describe("the quotas", () => {
  it("hold as many pods as document 002, section 13, counts sidecars", () => {
    const sidecars = {
      "checkout-prod": 16,
      "orders-prod": 12,
      "payments-prod": 8,
      "catalog-prod": 14,
      "analytics-prod": 6,
      "shipping-prod": 8,
      "inventory-prod": 10,
      "recommendation-prod": 8,
      "search-prod": 6,
      "user-profile-prod": 6,
    };
    for (const [namespace, count] of Object.entries(sidecars)) {
      expect(quotas.get(namespace)?.pods).toBeGreaterThanOrEqual(count);
    }
  });

  it("hold the documented CPU of the whole cluster, 224.6 asked for and 408.2 at most", () => {
    expect(total("requests").cpu).toBe(324.5);
    expect(total("requests").cpu).toBeGreaterThanOrEqual(224.6);
    expect(total("limits").cpu).toBeGreaterThanOrEqual(408.2);
  });

  it("hold, with the memory of Redis, the documented 814 GiB asked for and 1.04 TiB at most", () => {
    // Request and limit of a Redis pod are the same; each shard has two.
    const redis = Object.values(prod.redis.clusters).reduce(
      (sum, { shards, maxmemory }) => sum + (2 * shards * redisPodBytes(maxmemory)) / GIB,
      0,
    );
    expect(total("requests").gib + redis).toBeGreaterThanOrEqual(814);
    expect(total("limits").gib + redis).toBeGreaterThanOrEqual(1.04 * 1_024);
  });

  it("are less than the cluster at its largest, of which the present one has 312 vCPU and 1.18 TiB", () => {
    const { cpuMilli, memoryBytes } = serviceCapacity(prod);
    expect(total("requests").cpu).toBeLessThan(cpuMilli / 1_000);
    expect(total("requests").gib).toBeLessThan(memoryBytes / GIB);
    expect(cpuMilli / 1_000).toBeGreaterThan(312);
    expect(memoryBytes / GIB).toBeGreaterThan(1.18 * 1_024);
  });

  it("grow with an autoscaler's most, sidecars included", () => {
    const larger = prodWith(({ workloads }) => {
      Object.assign(workloads.deployments["checkout-service"]?.autoscaler ?? {}, { max: 28 });
    });
    const of = (map: typeof quotas) => map.get("checkout-prod")?.requests.cpuMilli ?? 0;
    // 28 and 7 in place of 24 and 6.
    expect(of(serviceQuotas(larger)) - of(quotas)).toBe(5 * 2_100);
  });

  it("count no sidecar where the namespace adds none", () => {
    const without = prodWith(({ namespaces }) => {
      Object.assign(namespaces["checkout-prod"] ?? {}, { injection: false });
    });
    expect(serviceQuotas(without).get("checkout-prod")?.requests.cpuMilli).toBe(62_000);
  });

  it("have room for both analytics runs where their identity is", () => {
    const analytics = quotas.get("analytics-prod");
    // Reserve 2, aggregator 5 x 2.1, collector 3 x 0.6, runs 2 x 2.
    expect(analytics?.requests.cpuMilli).toBe(2_000 + 10_500 + 1_800 + 4_000);
  });
});

describe("the largest cluster", () => {
  it("has static groups as they are now once cluster-autoscaler is gone, and with their most before", () => {
    const phase = (name: "decommissioned" | "deployed") =>
      serviceCapacity(
        prodWith(({ karpenter }) => {
          karpenter.phase = name;
        }),
      ).cpuMilli;
    // 18 and 40 of 15.3, 7 and 16 of 7.3, 11 and 30 of 7.3 cores.
    expect(phase("deployed")).toBe(40 * 15_300 + 46 * 7_300);
    const launched = phase("decommissioned") - (18 * 15_300 + 18 * 7_300);
    // 500 and 200 cores, in machines of four of which the kubelet keeps 0.7.
    expect(launched).toBe(Math.floor((500_000 * 3.3) / 4) + Math.floor((200_000 * 3.3) / 4));
  });

  it("leaves the brokers' machines out", () => {
    const more = prodWith(({ nodePools }) => {
      Object.assign(nodePools["worker-kafka-v2"]?.nodes ?? {}, { min: 9, desired: 9, max: 9 });
    });
    expect(serviceCapacity(more)).toEqual(serviceCapacity(prod));
  });
});
