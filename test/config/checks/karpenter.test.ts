import {
  controllerNodes,
  karpenterExpiry,
  karpenterLimits,
  queueRetention,
  replacedPools,
} from "../../../config/checks/karpenter";
import type { ProdInput } from "../../infra/prod-platform";
import { entry, findingsAfter, pathsAfter } from "./prod-findings";

const pool = (change: object) => (input: ProdInput) => {
  Object.assign(entry(input.karpenter.nodePools, "default-nodepool"), change);
};

describe("Karpenter", () => {
  it("of prod is in order", () => {
    const checks = [replacedPools, karpenterLimits, karpenterExpiry, queueRetention, controllerNodes];
    expect(checks.flatMap((check) => findingsAfter(check))).toEqual([]);
  });

  it("replaces node groups that exist", () => {
    expect(findingsAfter(replacedPools, pool({ replaces: "worker-general-v4" }))).toMatchObject([
      {
        path: ["karpenter", "nodePools", "default-nodepool", "replaces"],
        allowed: "a pool of vantage:nodePools: worker-general-v5, worker-memory-v3, worker-spot-v2, worker-kafka-v2",
      },
    ]);
  });

  it.each([
    [{ cpu: 4, memory: "8Gi" }, []],
    [{ cpu: 3, memory: "8Gi" }, ["vantage:karpenter.nodePools.default-nodepool.limits.cpu"]],
    [{ cpu: 4, memory: "8191Mi" }, ["vantage:karpenter.nodePools.default-nodepool.limits.memory"]],
  ])("limits %j", (limits, paths) => {
    expect(pathsAfter(karpenterLimits, pool({ limits }))).toEqual(paths);
  });

  it.each([
    ["1h", []],
    ["30d", []],
    ["0h", ["vantage:karpenter.nodePools.default-nodepool.expireAfter"]],
    ["90m", ["vantage:karpenter.nodePools.default-nodepool.expireAfter"]],
  ])("nodes expire after %s: %j", (expireAfter, paths) => {
    expect(pathsAfter(karpenterExpiry, pool({ expireAfter }))).toEqual(paths);
  });

  it.each([
    ["60s", []],
    ["14d", []],
    ["59s", ["vantage:karpenter.interruptionQueue.retention"]],
    ["337h", ["vantage:karpenter.interruptionQueue.retention"]],
  ])("events wait %s: %j", (retention, paths) => {
    expect(
      pathsAfter(queueRetention, ({ karpenter }) => Object.assign(karpenter.interruptionQueue, { retention })),
    ).toEqual(paths);
  });

  it("finds nodes for its controller outside tainted pools", () => {
    const findings = findingsAfter(controllerNodes, ({ nodePools }) => {
      for (const { nodes } of Object.values(nodePools)) {
        nodes.min = 0;
      }
      // Five on spot don't count: their taint repels the controller.
      entry(nodePools, "worker-spot-v2").nodes.min = 5;
      entry(nodePools, "worker-memory-v3").nodes.min = 1;
    });
    expect(findings).toMatchObject([
      { path: ["karpenter", "replicas"], given: "2, with 1 nodes in pools without a repelling taint" },
    ]);
  });
});
