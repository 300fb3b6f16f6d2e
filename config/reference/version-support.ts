/** Kubernetes minor versions, both ends included. */
export interface KubernetesRange {
  readonly from: string;
  readonly to: string;
}

/** Days on which EKS ends its support of a Kubernetes minor, as `YYYY-MM-DD`. */
export interface EksSupport {
  readonly standardUntil: string;
  readonly extendedUntil: string;
}

/**
 * Kubernetes minors that EKS has run, with the end of their support. A date that has passed is no mistake of a stack file: a running cluster
 * goes on; whether one may still be created is a rule of the preview.
 *
 * Source: Amazon EKS user guide, "Kubernetes release calendar", as of 2026-11-21.
 */
export const EKS_CALENDAR: Readonly<Record<string, EksSupport>> = {
  "1.29": { standardUntil: "2025-03-23", extendedUntil: "2026-03-23" },
  "1.30": { standardUntil: "2025-07-23", extendedUntil: "2026-07-23" },
  "1.31": { standardUntil: "2025-11-26", extendedUntil: "2026-11-26" },
  "1.32": { standardUntil: "2026-03-23", extendedUntil: "2027-03-23" },
  "1.33": { standardUntil: "2026-07-29", extendedUntil: "2027-07-29" },
  "1.34": { standardUntil: "2026-12-02", extendedUntil: "2027-12-02" },
  "1.35": { standardUntil: "2027-03-27", extendedUntil: "2028-03-27" },
};

/**
 * First Karpenter release that supports a Kubernetes minor.
 *
 * Source: karpenter.sh, Upgrading, Compatibility Matrix.
 */
export const KARPENTER_SINCE: Readonly<Record<string, string>> = {
  "1.29": "0.34.0",
  "1.30": "0.37.0",
  "1.31": "1.0.5",
  "1.32": "1.2.0",
  "1.33": "1.5.0",
  "1.34": "1.6.0",
  "1.35": "1.9.0",
};

/**
 * Kubernetes minors that a Strimzi minor runs on. 0.42 can't read the version that 1.33 answers with (strimzi-kafka-operator issues 11386,
 * 12077).
 *
 * Source: strimzi.io, Supported versions.
 */
export const STRIMZI_SUPPORT: Readonly<Record<string, KubernetesRange>> = {
  "0.42": { from: "1.23", to: "1.32" },
};

/**
 * Kubernetes minors that an Istio minor is tested on.
 *
 * Source: istio.io, Supported Releases.
 */
export const ISTIO_SUPPORT: Readonly<Record<string, KubernetesRange>> = {
  "1.22": { from: "1.27", to: "1.30" },
};

/**
 * Minors by which cluster-autoscaler may be behind the cluster. Upstream recommends the same minor; the platform runs 1.28.2 on 1.29, and the
 * autoscaler uses no API that one minor takes away.
 *
 * Source: kubernetes/autoscaler, cluster-autoscaler/README.md, Releases; document 000, section 1.
 */
export const AUTOSCALER_MINORS_BEHIND = 1;

/** `major.minor` of a version with or without a leading `v`: `v1.29.3-eksbuild.2` is `1.29`. */
export function minorOf(version: string): string {
  return version.replace(/^v/, "").split(".", 2).join(".");
}

/** Order of two versions of whole numbers, number by number: negative when the first is older. */
export function compareVersions(first: string, second: string): number {
  const [left, right] = [first, second].map((version) => version.replace(/^v/, "").split(".").map(Number));
  const length = Math.max(left?.length ?? 0, right?.length ?? 0);
  for (let position = 0; position < length; position++) {
    const difference = (left?.[position] ?? 0) - (right?.[position] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

/** Whether a Kubernetes minor lies in a range. */
export function inRange(kubernetes: string, { from, to }: KubernetesRange): boolean {
  return compareVersions(from, kubernetes) <= 0 && compareVersions(kubernetes, to) <= 0;
}
