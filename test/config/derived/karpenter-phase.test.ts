import { PHASES, poolActivity } from "../../../config/derived/karpenter-phase";
import { KARPENTER_PHASES, type KarpenterPhase } from "../../../config/sections/karpenter";
import { Quantity } from "../../../config/units/quantity";
import { prodPlatform } from "../../infra/prod-platform";

const { nodePools } = prodPlatform().karpenter;

/** Every step of the documented timeline: weight and cores of both pools, pods of cluster-autoscaler while it is installed. */
const TABLE: Readonly<Record<KarpenterPhase, unknown>> = {
  deployed: [{ weight: 100, cpu: "0" }, { weight: 100, cpu: "0" }, 1],
  "25": [{ weight: 25, cpu: 125 }, { weight: 100, cpu: "0" }, 1],
  "50": [{ weight: 50, cpu: 250 }, { weight: 100, cpu: "0" }, 1],
  "75": [{ weight: 75, cpu: 375 }, { weight: 100, cpu: "0" }, 1],
  full: [{ weight: 100, cpu: 500 }, { weight: 100, cpu: 200 }, 1],
  decommissioned: [{ weight: 100, cpu: 500 }, { weight: 100, cpu: 200 }, 0],
  removed: [{ weight: 100, cpu: 500 }, { weight: 100, cpu: 200 }, "none"],
};

function settings(phase: KarpenterPhase) {
  const pools = ["default-nodepool", "memory-optimized"].map((name) => {
    const pool = nodePools[name];
    if (pool === undefined) {
      throw new Error(`the stack file has no NodePool ${name}`);
    }
    const { weight, limits } = poolActivity(pool, phase);
    return { weight, cpu: limits.cpu };
  });
  const { autoscalerInstalled, autoscalerReplicas } = PHASES[phase];
  return [...pools, autoscalerInstalled ? autoscalerReplicas : "none"];
}

test("the whole timeline", () => {
  expect(Object.fromEntries(KARPENTER_PHASES.map((phase) => [phase, settings(phase)]))).toEqual(TABLE);
});

test("what isn't installed has no pods", () => {
  expect(KARPENTER_PHASES.filter((phase) => !PHASES[phase].autoscalerInstalled)).toEqual(["removed"]);
  expect(PHASES.removed).toEqual({ ...PHASES.decommissioned, autoscalerInstalled: false });
});

test.each(KARPENTER_PHASES)("every weight is one the API admits, and memory is not stepped (%s)", (phase) => {
  for (const pool of Object.values(nodePools)) {
    const { weight, limits } = poolActivity(pool, phase);
    expect(weight).toBeGreaterThanOrEqual(1);
    expect(weight).toBeLessThanOrEqual(100);
    expect(limits.memory).toBe(pool.limits.memory.toString());
  }
});

test("a share is never more than its percentage and never nothing", () => {
  const limits = { memory: Quantity.parse("1Gi") };
  expect(poolActivity({ migrated: true, weight: 10, limits: { ...limits, cpu: 10 } }, "75")).toEqual({
    weight: 7,
    limits: { cpu: 7, memory: "1Gi" },
  });
  expect(poolActivity({ migrated: true, weight: 1, limits: { ...limits, cpu: 1 } }, "25")).toEqual({
    weight: 1,
    limits: { cpu: 1, memory: "1Gi" },
  });
});
