import {
  analyticsRuns,
  workloadBudgets,
  workloadNamespaces,
  workloadPods,
  workloadQuotas,
  workloadSizes,
} from "../../../config/checks/workloads";
import type { ProdInput } from "../../infra/prod-platform";
import { entry, findingsAfter } from "./prod-findings";

const deployment = (name: string, fields: object) => (input: ProdInput) => {
  Object.assign(entry(input.workloads.deployments, name), fields);
};
const at = (name: string, ...rest: string[]) => ["workloads", "deployments", name, ...rest];

it("prod's workloads are in order", () => {
  const checks = [workloadNamespaces, workloadPods, workloadBudgets, workloadSizes, workloadQuotas, analyticsRuns];
  expect(checks.flatMap((check) => findingsAfter(check))).toEqual([]);
});

describe("namespaces", () => {
  it("with services are the stack's", () => {
    const change = ({ workloads }: ProdInput) => {
      workloads.reserves.checkout = entry(workloads.reserves, "checkout-prod");
    };
    expect(findingsAfter(workloadNamespaces, change)).toMatchObject([
      { path: ["workloads", "reserves", "checkout"], on: "key", given: "checkout" },
    ]);
  });

  it("of Deployments have a reserve", () => {
    expect(
      findingsAfter(workloadNamespaces, deployment("checkout-service", { namespace: "redis-prod" })),
    ).toMatchObject([{ path: at("checkout-service", "namespace"), given: "redis-prod" }]);
  });
});

describe("the number of pods", () => {
  it.each([
    ["neither", "inventory-sync", { replicas: undefined }, "neither replicas nor autoscaler"],
    ["both", "checkout-service", { replicas: 4 }, "both replicas and autoscaler"],
  ])("is said once, not %s way", (_, name, fields, given) => {
    expect(findingsAfter(workloadPods, deployment(name, fields))).toMatchObject([{ path: at(name), given }]);
  });

  it.each([4, 3])("has room between the bounds: at least 4 and at most %d has none", (max) => {
    const change = deployment("checkout-service", { autoscaler: { min: 4, max, cpuPercent: 65 } });
    expect(findingsAfter(workloadPods, change)).toMatchObject([
      { path: at("checkout-service", "autoscaler", "max"), given: `${max}`, allowed: "more than min, which is 4" },
    ]);
  });
});

describe("a budget", () => {
  it("of 4 pods leaves 3 at most", () => {
    expect(findingsAfter(workloadBudgets, deployment("user-profile-cache", { minAvailable: 3 }))).toEqual([]);
    expect(findingsAfter(workloadBudgets, deployment("user-profile-cache", { minAvailable: 4 }))).toMatchObject([
      { path: at("user-profile-cache", "minAvailable"), given: "4" },
    ]);
  });

  it("of an autoscaled Deployment leaves less than its least", () => {
    const change = deployment("catalog-search", { minAvailable: 6 });
    expect(findingsAfter(workloadBudgets, change)).toMatchObject([
      { path: at("catalog-search", "minAvailable"), allowed: "less than the least number of pods, which is 6" },
    ]);
  });

  it("is written one way", () => {
    expect(findingsAfter(workloadBudgets, deployment("checkout-service", { minAvailable: 1 }))).toMatchObject([
      { path: at("checkout-service", "minAvailable"), given: "1, and maxUnavailable" },
    ]);
  });
});

describe("sizes", () => {
  it("request no more than the limit", () => {
    const change = deployment("order-processor", { requests: { cpu: "4500m", memory: "3Gi" } });
    expect(findingsAfter(workloadSizes, change)).toMatchObject([
      { path: at("order-processor", "requests", "cpu"), given: "4500m", allowed: "at most the limit, which is 4" },
    ]);
  });

  it("limit no container beyond the documented 16 GiB", () => {
    const sized = (memory: string) => (input: ProdInput) => {
      input.workloads.analyticsBatch.limits.memory = memory;
    };
    expect(findingsAfter(workloadSizes, sized("16Gi"))).toEqual([]);
    expect(findingsAfter(workloadSizes, sized("17Gi"))).toMatchObject([
      { path: ["workloads", "analyticsBatch", "limits", "memory"], given: "17Gi" },
    ]);
  });
});

describe("quotas", () => {
  it.each([
    [
      "a reserve",
      ({ workloads }: ProdInput) => Object.assign(entry(workloads.reserves, "batch-jobs").requests, { cpu: "700" }),
    ],
    ["an autoscaler", deployment("checkout-service", { autoscaler: { min: 4, max: 350, cpuPercent: 65 } })],
    [
      "smaller node pools",
      ({ karpenter, nodePools }: ProdInput) => {
        for (const pool of Object.values(karpenter.nodePools)) pool.limits.cpu = 8;
        entry(nodePools, "worker-general-v5").nodes = { min: 1, desired: 1, max: 40 };
      },
    ],
  ])("beyond the cluster at its largest are refused: %s", (_, change) => {
    expect(
      findingsAfter(workloadQuotas, (input) => {
        change(input);
      }),
    ).toMatchObject([{ path: ["workloads", "reserves"] }]);
  });
});

describe("the analytics runs", () => {
  it.each([
    ["identity", "velero"],
    ["identity", "analytic"],
    ["nodePool", "worker-memory-v4"],
  ])("have a suitable %s: not %s", (key, value) => {
    const change = ({ workloads }: ProdInput) => Object.assign(workloads.analyticsBatch, { [key]: value });
    expect(
      findingsAfter(analyticsRuns, (input) => {
        change(input);
      }),
    ).toMatchObject([{ path: ["workloads", "analyticsBatch", key], given: value }]);
  });
});
