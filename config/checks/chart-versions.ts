import type { Finding } from "../finding";
import { CHARTS, type ChartName } from "../reference/charts";
import { inRange } from "../reference/version-support";
import { ADD_ONS } from "../sections/add-ons";
import { check } from "./check";

const ADD_HERE = "or add the release to config/reference/charts.ts with its source";

/** Chart versions are known, so that it is known which application they install. */
export const knownCharts = check({ addOns: ["releases"] }, ({ addOns: { releases } }) =>
  ADD_ONS.flatMap((name): Finding[] => {
    const chart = releases[name]?.chart;
    const { versions } = CHARTS[name];
    return chart === undefined || versions[chart] !== undefined
      ? []
      : [
          {
            path: ["addOns", "releases", name, "chart"],
            given: chart,
            allowed: Object.entries(versions)
              .map(([version, application]) => `${version} (carries ${application})`)
              .join(", "),
            mend: `choose one of these, ${ADD_HERE}`,
          },
        ];
  }),
);

/** Charts that say which Kubernetes minors they support support the cluster's. */
export const chartSupport = check({ cluster: ["version"], addOns: ["releases"] }, ({ cluster, addOns: { releases } }) =>
  ADD_ONS.flatMap((name): Finding[] => {
    const chart = releases[name]?.chart;
    const { kubernetes } = CHARTS[name];
    return chart === undefined || kubernetes === undefined || inRange(cluster.version, kubernetes)
      ? []
      : [
          {
            path: ["addOns", "releases", name, "chart"],
            given: `${chart} on Kubernetes ${cluster.version}`,
            allowed: `a release for it; the known ones support ${kubernetes.from} to ${kubernetes.to}`,
            mend: `choose a release that supports ${cluster.version}, ${ADD_HERE}`,
          },
        ];
  }),
);

function carried(path: Finding["path"], chart: ChartName, application: string): Finding[] {
  const known = Object.values(CHARTS[chart].versions);
  return known.includes(application)
    ? []
    : [
        {
          path,
          given: application,
          allowed: `a release that a known chart carries: ${known.join(", ")}`,
          mend: `choose one of these, ${ADD_HERE}`,
        },
      ];
}

/** Karpenter and what it works beside are named by application version; a known chart carries each. */
export const carriedReleases = check(
  { karpenter: ["version", "clusterAutoscaler", "terminationHandler"] },
  ({ karpenter: { version, clusterAutoscaler, terminationHandler } }) => [
    ...carried(["karpenter", "version"], "karpenter", version),
    ...carried(["karpenter", "clusterAutoscaler", "version"], "cluster-autoscaler", clusterAutoscaler.version),
    ...carried(
      ["karpenter", "terminationHandler", "version"],
      "aws-node-termination-handler",
      terminationHandler.version,
    ),
  ],
);

/** The same for an autoscaler without Karpenter, which says what Kubernetes minor it is of. */
export const carriedAutoscaler = check({ clusterAutoscaler: ["version"] }, ({ clusterAutoscaler: { version } }) =>
  carried(["clusterAutoscaler", "version"], "cluster-autoscaler", version),
);
