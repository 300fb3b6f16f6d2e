/** A taint as Kubernetes spells it. */
export interface Taint {
  readonly key: string;
  /** Empty where there is none. */
  readonly value: string;
  readonly effect: string;
}

/** What a taint does to pods that don't tolerate it. Source: Kubernetes, Taints and Tolerations. */
export const TAINT_EFFECTS = ["NoSchedule", "PreferNoSchedule", "NoExecute"] as const;

/** A taint as flags have it: `key=value:Effect`, or `key:Effect`. */
export const TAINT_TEXT = /^([^=:]*)(?:=([^:]*))?:(.*)$/;

/** How the EKS API spells the effects. Source: Amazon EKS API, Taint. */
const EKS_EFFECTS: Readonly<Record<string, string>> = {
  NO_SCHEDULE: "NoSchedule",
  PREFER_NO_SCHEDULE: "PreferNoSchedule",
  NO_EXECUTE: "NoExecute",
};

/** A taint of a managed node group, in the spelling of Kubernetes. */
export function eksTaint({
  key,
  value,
  effect,
}: {
  readonly key: string;
  readonly value?: string | undefined;
  readonly effect: string;
}): Taint {
  return { key, value: value ?? "", effect: EKS_EFFECTS[effect] ?? effect };
}

/** A taint for readers: `dedicated=memory-workloads:NoSchedule`. */
export function taintText({ key, value, effect }: Taint): string {
  return `${key}${value === "" ? "" : `=${value}`}:${effect}`;
}
