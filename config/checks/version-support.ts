import type { Finding } from "../finding";
import {
  AUTOSCALER_MINORS_BEHIND,
  compareVersions,
  EKS_CALENDAR,
  ISTIO_SUPPORT,
  inRange,
  KARPENTER_SINCE,
  type KubernetesRange,
  minorOf,
  STRIMZI_SUPPORT,
} from "../reference/version-support";
import { check } from "./check";

/** EKS has, or had, the Kubernetes minor. */
export const kubernetesVersion = check({ cluster: ["version"] }, ({ cluster: { version } }) =>
  EKS_CALENDAR[version] !== undefined
    ? []
    : [
        {
          path: ["cluster", "version"],
          given: version,
          allowed: `one of ${Object.keys(EKS_CALENDAR).join(", ")}`,
          mend: "choose a minor that EKS runs, or add it to config/reference/version-support.ts",
        },
      ],
);

/** Karpenter supports the cluster's minor. */
export const karpenterVersion = check({ cluster: ["version"], karpenter: ["version"] }, ({ cluster, karpenter }) => {
  const since = KARPENTER_SINCE[cluster.version];
  return since === undefined || compareVersions(karpenter.version, since) >= 0
    ? []
    : [
        {
          path: ["karpenter", "version"],
          given: `${karpenter.version} on Kubernetes ${cluster.version}`,
          allowed: `${since} or newer on Kubernetes ${cluster.version}`,
          mend: "raise Karpenter before the cluster",
        },
      ];
});

/** cluster-autoscaler is of the cluster's minor or the one before. */
export const autoscalerVersion = check(
  { cluster: ["version"], karpenter: ["clusterAutoscaler"] },
  ({ cluster, karpenter: { clusterAutoscaler } }) =>
    autoscalerMinor(["karpenter", "clusterAutoscaler", "version"], clusterAutoscaler.version, cluster.version),
);

/** The same where there is no Karpenter. */
export const soleAutoscalerVersion = check(
  { cluster: ["version"], clusterAutoscaler: ["version"] },
  ({ cluster, clusterAutoscaler: { version } }) =>
    autoscalerMinor(["clusterAutoscaler", "version"], version, cluster.version),
);

function autoscalerMinor(path: Finding["path"], version: string, kubernetes: string): Finding[] {
  const minor = (version: string) => Number(minorOf(version).split(".")[1]);
  const behind = minor(kubernetes) - minor(version);
  return behind >= 0 && behind <= AUTOSCALER_MINORS_BEHIND
    ? []
    : [
        {
          path,
          given: `${version} on Kubernetes ${kubernetes}`,
          allowed: `the cluster's minor, or up to ${AUTOSCALER_MINORS_BEHIND} before it`,
          mend: `choose a release of ${kubernetes}`,
        },
      ];
}

function support(
  path: Finding["path"],
  name: string,
  version: string,
  table: Readonly<Record<string, KubernetesRange>>,
  kubernetes: string,
): Finding[] {
  const range = table[minorOf(version)];
  if (range === undefined) {
    const mend = "choose a known release, or add its range to config/reference/version-support.ts";
    return [{ path, given: version, allowed: `a release of ${name} ${Object.keys(table).join(", ")}`, mend }];
  }
  const allowed = `a release that supports it; ${name} ${minorOf(version)} supports ${range.from} to ${range.to}`;
  return inRange(kubernetes, range)
    ? []
    : [{ path, given: `${version} on Kubernetes ${kubernetes}`, allowed, mend: `choose another release of ${name}` }];
}

/** Istio supports the cluster's minor. */
export const istioVersion = check({ cluster: ["version"], istio: ["version"] }, ({ cluster, istio }) =>
  support(["istio", "version"], "Istio", istio.version, ISTIO_SUPPORT, cluster.version),
);

/** Strimzi supports the cluster's minor; its chart has its own version. */
export const strimziVersion = check(
  { cluster: ["version"], addOns: ["releases"] },
  ({ cluster, addOns: { releases } }) => {
    const path = ["addOns", "releases", "strimzi-kafka-operator", "chart"];
    const release = releases["strimzi-kafka-operator"];
    return release === undefined ? [] : support(path, "Strimzi", release.chart, STRIMZI_SUPPORT, cluster.version);
  },
);
