import { CHARTS } from "./charts";
import {
  AUTOSCALER_MINORS_BEHIND,
  EKS_CALENDAR,
  ISTIO_SUPPORT,
  KARPENTER_SINCE,
  minorOf,
  STRIMZI_SUPPORT,
} from "./version-support";

/** Kubernetes minors that a release supports. */
export interface SupportedMinors {
  readonly from: string;
  /** Left out where upstream names no last one. */
  readonly to?: string;
  /** The last minor it was tested on, where that is stated instead of a last one. */
  readonly testedTo?: string;
}

/** What is known of the releases of a component. */
export interface ComponentSupport {
  /**
   * How the row of a release is found: `line`, by its major and minor; `since`, the newest row that isn't newer than it, where upstream keeps what it supports until it says
   * otherwise.
   */
  readonly reading: "line" | "since";
  /** Oldest first. */
  readonly releases: Readonly<Record<string, SupportedMinors>>;
  readonly source: string;
}

const MINORS = Object.keys(EKS_CALENDAR);

/** The minor a number of minors later, or earlier: `1.29` and 1 give `1.30`. */
export function minorAfter(minor: string, count = 1): string {
  const [major = "", number = ""] = minor.split(".");
  return `${major}.${Number(number) + count}`;
}

/** The range of the one chart release that a stack may name. */
function ofChart(name: "cert-manager" | "ingress-nginx"): Readonly<Record<string, SupportedMinors>> {
  const { versions, kubernetes } = CHARTS[name];
  return kubernetes === undefined
    ? {}
    : Object.fromEntries(Object.values(versions).map((version) => [minorOf(version), kubernetes]));
}

/** Several releases that support the same. */
function lines(releases: readonly string[], minors: SupportedMinors): Readonly<Record<string, SupportedMinors>> {
  return Object.fromEntries(releases.map((release) => [release, minors]));
}

/**
 * Which Kubernetes minors releases support, by component: what is installed and what an upgrade could go to. A component that isn't here is one whose upstream says nothing of it.
 *
 * `cluster-autoscaler` and `kubectl` follow the minor; the rest is upstream's tables, read on 2026-11-21.
 */
export const RELEASE_SUPPORT: Readonly<Record<string, ComponentSupport>> = {
  "cert-manager": {
    reading: "line",
    releases: {
      ...ofChart("cert-manager"),
      "1.19": { from: "1.31", to: "1.35" },
      "1.20": { from: "1.32", to: "1.35" },
    },
    source: "cert-manager.io, Supported Releases; cert-manager/website pull request 2007",
  },
  "ingress-nginx": {
    reading: "line",
    releases: {
      ...ofChart("ingress-nginx"),
      "1.14": { from: "1.30", to: "1.34" },
      "1.15": { from: "1.31", to: "1.35" },
    },
    source: "kubernetes/ingress-nginx, README, Supported Versions table",
  },
  "metrics-server": {
    reading: "line",
    releases: { "0.7": { from: "1.27" }, "0.8": { from: "1.31" } },
    source: "kubernetes-sigs/metrics-server, README, compatibility matrix; it names no last minor",
  },
  velero: {
    reading: "line",
    releases: {
      "1.15": { from: "1.18", testedTo: "1.31" },
      "1.16": { from: "1.18", testedTo: "1.33" },
      "1.17": { from: "1.18", testedTo: "1.34" },
    },
    source: "vmware-tanzu/velero, README, compatibility matrix: expected up to the latest, and tested on some",
  },
  "strimzi-kafka-operator": {
    reading: "line",
    releases: {
      ...STRIMZI_SUPPORT,
      "0.43": { from: "1.23", to: "1.32" },
      ...lines(["0.44", "0.45"], { from: "1.25", to: "1.32" }),
      ...lines(["0.46", "0.47"], { from: "1.25" }),
      ...lines(["0.48", "0.49", "0.50"], { from: "1.27" }),
      "0.51": { from: "1.30" },
    },
    source:
      "strimzi.io, Downloads, Supported versions, which names no last minor; 0.46 is the first that reads the version of 1.33 (strimzi-kafka-operator issues 11386, 11456)",
  },
  keda: {
    reading: "line",
    releases: {
      "2.16": { from: "1.29", to: "1.31" },
      "2.17": { from: "1.30", to: "1.32" },
      "2.18": { from: "1.31", to: "1.33" },
      "2.19": { from: "1.32", to: "1.34" },
      "2.20": { from: "1.33", to: "1.35" },
      "2.21": { from: "1.34", to: "1.36" },
    },
    source: "keda.sh, Cluster, Kubernetes Compatibility",
  },
  "external-secrets": {
    reading: "line",
    releases: {
      ...lines(["0.10", "0.11", "0.12", "0.13"], { from: "1.19", to: "1.31" }),
      ...lines(["0.14", "0.15", "0.16"], { from: "1.32", to: "1.32" }),
      ...lines(["0.17", "0.18", "0.19"], { from: "1.33", to: "1.33" }),
      ...lines(["0.20", "1.0", "1.1", "1.2", "1.3"], { from: "1.34", to: "1.34" }),
      ...lines(["2.0", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6"], { from: "1.34", to: "1.35" }),
      ...lines(["2.7"], { from: "1.35", to: "1.35" }),
    },
    source: "external-secrets.io, Stability and Support",
  },
  istio: {
    reading: "line",
    releases: {
      ...ISTIO_SUPPORT,
      "1.26": { from: "1.29", to: "1.33" },
      "1.27": { from: "1.29", to: "1.33" },
      "1.28": { from: "1.30", to: "1.34" },
      "1.29": { from: "1.31", to: "1.35" },
      "1.30": { from: "1.32", to: "1.36" },
    },
    source: "istio/istio.io, data/compatibility/supportStatus.yml",
  },
  karpenter: {
    reading: "since",
    releases: Object.fromEntries(
      Object.entries(KARPENTER_SINCE).map(([minor, since]) => [since, { from: MINORS[0] ?? minor, to: minor }]),
    ),
    source: "karpenter.sh, Upgrading, Compatibility Matrix",
  },
  "cluster-autoscaler": {
    reading: "line",
    releases: Object.fromEntries(
      [minorAfter(MINORS[0] ?? "", -1), ...MINORS].map((minor) => [
        minor,
        { from: minor, to: minorAfter(minor, AUTOSCALER_MINORS_BEHIND) },
      ]),
    ),
    source: "kubernetes/autoscaler, cluster-autoscaler/README.md, Releases; AUTOSCALER_MINORS_BEHIND",
  },
  kubectl: {
    reading: "line",
    releases: Object.fromEntries(
      MINORS.map((minor) => [minor, { from: minorAfter(minor, -1), to: minorAfter(minor) }]),
    ),
    source: "Kubernetes, Version Skew Policy, kubectl",
  },
};
