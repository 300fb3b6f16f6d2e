import { KUBERNETES_NOTES } from "../config/reference/upgrade-notes";
import { EKS_CALENDAR, minorOf } from "../config/reference/version-support";
import type { Step } from "./step";

/**
 * The control plane itself.
 *
 * @param today decides whether EKS still offers the minor
 */
export function controlPlaneStep(from: string, to: string, today: Date): Step {
  const step = {
    phase: "control plane",
    subject: `EKS ${from}`,
    notes: KUBERNETES_NOTES[minorOf(to)] ?? [],
    source: "Amazon EKS user guide, Kubernetes release calendar; Update existing cluster to new Kubernetes version",
  } as const;
  const support = EKS_CALENDAR[to];
  if (support === undefined) {
    return { ...step, outcome: "unknown", text: `config/reference/version-support.ts doesn't know ${to}` };
  }
  const day = today.toISOString().slice(0, "2026-11-21".length);
  const { extendedUntil, standardUntil } = support;
  if (day > extendedUntil) {
    const text = `EKS ended its support of ${to} on ${extendedUntil}, and updates no cluster to it: one that is left behind it raises by itself, to the oldest minor that it still supports`;
    return { ...step, outcome: "impossible", text };
  }
  const cost =
    day > standardUntil
      ? `extended support, which costs more, until ${extendedUntil}`
      : `standard support until ${standardUntil}`;
  const text = `set vantage:cluster.version to "${to}" (${cost}) and run pulumi up; EKS can't take it back`;
  return { ...step, outcome: "change", text };
}
