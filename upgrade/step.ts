import type { UpgradeNote } from "../config/reference/upgrade-notes";

/**
 * When a step is done, in this order: `before` the control plane, the `control plane` itself, `with` it in the same change of the stack file, `after` it has come up.
 */
export const PHASES = ["before", "control plane", "with", "after"] as const;

/** When a step is done. */
export type Phase = (typeof PHASES)[number];

/** One step of an upgrade. */
export interface Step {
  readonly phase: Phase;
  /** What it is about: a component with its release, a kind of object. */
  readonly subject: string;
  /**
   * `ready`: nothing has to be done. `change`: what the text says. `unknown`: nobody has written down what holds, and it isn't guessed. `impossible`: there is no known way, so that the
   * upgrade can't be done as it stands.
   */
  readonly outcome: "ready" | "change" | "unknown" | "impossible";
  /** What to do, or why nothing. */
  readonly text: string;
  /** The component that it raises, and to which release. */
  readonly raises?: { readonly component: string; readonly release: string };
  readonly notes: readonly UpgradeNote[];
  /** Where it is stated. */
  readonly source?: string;
}
