import type { KubeObject } from "../charts/kube-object";
import type { Platform } from "../config/platform";
import { minorAfter } from "../config/reference/release-support";
import { EKS_CALENDAR } from "../config/reference/version-support";
import { addOnSteps } from "./add-on-steps";
import { apiSteps, customApiSteps } from "./api-steps";
import { componentStep } from "./component-step";
import { componentsOf } from "./components";
import { controlPlaneStep } from "./control-plane-step";
import { nodeSteps } from "./node-steps";
import { PHASES, type Step } from "./step";

/** An upgrade of a stack's Kubernetes by one minor. */
export interface UpgradePath {
  readonly from: string;
  readonly to: string;
  /** In the order in which they are done. */
  readonly steps: readonly Step[];
}

/** What an upgrade is planned from. */
export interface UpgradeRequest {
  readonly platform: Platform;
  /** What is deployed to the cluster. */
  readonly objects: readonly KubeObject[];
  /** The minor to go to, such as `1.35`. */
  readonly to: string;
  readonly today: Date;
}

/** A minor to which no single upgrade leads. Its message is the report. */
export class UpgradeError extends Error {
  override readonly name = "UpgradeError";
}

/**
 * How a stack gets from its Kubernetes minor to the next one: what has to be changed before the control plane, with it and after it. It goes by what the reference data knows; what that
 * doesn't know is a step that says so.
 *
 * @throws {UpgradeError} when the minor isn't the next one, or isn't known
 */
export function upgradePath({ platform, objects, to, today }: UpgradeRequest): UpgradePath {
  const from = platform.cluster.version;
  refuseOthers(from, to);
  const components = componentsOf(platform, objects).map((component) => componentStep(component, from, to));
  const steps = [
    ...apiSteps(objects, to),
    ...components.flatMap((step) => [
      ...(step.raises === undefined ? [] : customApiSteps(objects, step.raises.component, step.raises.release)),
      step,
    ]),
    controlPlaneStep(from, to, today),
    ...addOnSteps(platform, to),
    ...nodeSteps(platform, to),
  ];
  return { from, to, steps: PHASES.flatMap((phase) => steps.filter((step) => step.phase === phase)) };
}

/** Whether every step can be done. */
export function isPossible({ steps }: UpgradePath): boolean {
  return steps.every(({ outcome }) => outcome !== "impossible");
}

function refuseOthers(from: string, to: string): void {
  const next = minorAfter(from);
  const known = Object.keys(EKS_CALENDAR);
  if (!known.includes(to)) {
    throw new UpgradeError(
      `--to is "${to}", which config/reference/version-support.ts doesn't know; it knows ${known.join(", ")}. Write one of them, or add it with its dates and what supports it.`,
    );
  }
  if (to !== next) {
    throw new UpgradeError(
      `--to is ${to}, and the stack is at ${from}: a control plane goes up one minor at a time, and never down. Write --to ${next}.`,
    );
  }
}
