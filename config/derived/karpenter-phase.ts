import type { KarpenterNodePool } from "../platform";
import type { KarpenterPhase } from "../sections/karpenter";

/** What a step of the migration sets. */
export interface PhaseSettings {
  /** Share of its weight and of its cpu limit that a pool with `migrated: true` gets, in percent; 0 launches nothing. */
  readonly migratedPoolsPercent: 0 | 25 | 50 | 75 | 100;
  /** The same for every other pool: nothing, or all at once. */
  readonly otherPoolsPercent: 0 | 100;
  /** Whether there is a cluster-autoscaler at all: its Helm release, its role and policy, and the job that reads its metrics. */
  readonly autoscalerInstalled: boolean;
  /** Pods of cluster-autoscaler. */
  readonly autoscalerReplicas: 0 | 1;
}

/**
 * The migration from cluster-autoscaler to Karpenter, step by step. Each step is one value of `vantage:karpenter.phase` and one `pulumi up`;
 * every step can be taken back the same way.
 *
 * A way back from `removed` makes anew what it deleted, under the same names: policy and role first, then the release, with no pods for
 * `decommissioned` and with one for any earlier phase. Nothing is lost with them, because cluster-autoscaler has no state of its own: it finds the
 * static groups by tags, which stay in every phase. Until its pod is up, nobody resizes those groups, as in `decommissioned`.
 *
 * Source: document 001, section 1, Migration execution timeline (07:00, 07:15, 08:00, 09:00, 10:00, 10:15; 10:02:30 on deleting the Deployment) and
 * section 11, Morning Checks (the Helm release goes the week after).
 */
export const PHASES: Readonly<Record<KarpenterPhase, PhaseSettings>> = {
  deployed: { migratedPoolsPercent: 0, otherPoolsPercent: 0, autoscalerInstalled: true, autoscalerReplicas: 1 },
  "25": { migratedPoolsPercent: 25, otherPoolsPercent: 0, autoscalerInstalled: true, autoscalerReplicas: 1 },
  "50": { migratedPoolsPercent: 50, otherPoolsPercent: 0, autoscalerInstalled: true, autoscalerReplicas: 1 },
  "75": { migratedPoolsPercent: 75, otherPoolsPercent: 0, autoscalerInstalled: true, autoscalerReplicas: 1 },
  full: { migratedPoolsPercent: 100, otherPoolsPercent: 100, autoscalerInstalled: true, autoscalerReplicas: 1 },
  decommissioned: {
    migratedPoolsPercent: 100,
    otherPoolsPercent: 100,
    autoscalerInstalled: true,
    autoscalerReplicas: 0,
  },
  removed: { migratedPoolsPercent: 100, otherPoolsPercent: 100, autoscalerInstalled: false, autoscalerReplicas: 0 },
};

/** How far a NodePool may act. */
export interface PoolActivity {
  /** Priority among NodePools, 1 to 100. */
  readonly weight: number;
  /** Cores and memory in total. `cpu: "0"` admits no launch at all; nodes that are there stay. */
  readonly limits: { readonly cpu: number | "0"; readonly memory: string };
}

/**
 * Weight and limits of a NodePool in a step of the migration.
 *
 * The documents mean weight as a share of provisioning and set it to 0 for an inactive pool. The API admits 1 to 100, and reads it as
 * priority among NodePools only. So the documented weights are set where they are admitted, and the share they were meant to have is a limit on
 * cores: none while inactive (the weight then stays as configured), the same percentage in between. Memory is not stepped: cores run out first.
 *
 * Limits stop launches and remove nothing, so going back a step keeps the nodes that are there.
 *
 * Source: document 001, section 1; Karpenter 0.37.0, NodePool schema (weight minimum 1) and pkg/controllers/provisioning/scheduling (limits).
 */
export function poolActivity(
  pool: Pick<KarpenterNodePool, "migrated" | "weight" | "limits">,
  phase: KarpenterPhase,
): PoolActivity {
  const { migratedPoolsPercent, otherPoolsPercent } = PHASES[phase];
  const percent = pool.migrated ? migratedPoolsPercent : otherPoolsPercent;
  const memory = pool.limits.memory.toString();
  if (percent === 0) {
    return { weight: pool.weight, limits: { cpu: "0", memory } };
  }
  return {
    weight: shareOf(pool.weight, percent),
    limits: { cpu: shareOf(pool.limits.cpu, percent), memory },
  };
}

/** A whole share that never exceeds the percentage, and is never nothing: zero would mean inactive. */
function shareOf(whole: number, percent: number): number {
  return Math.max(1, Math.floor((whole * percent) / 100));
}
