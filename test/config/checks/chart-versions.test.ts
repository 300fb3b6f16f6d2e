import { carriedAutoscaler, carriedReleases, chartSupport, knownCharts } from "../../../config/checks/chart-versions";
import type { ProdInput } from "../../infra/prod-platform";
import { findingsAfter, pathsAfter } from "./prod-findings";

describe("chart versions", () => {
  it("of prod are known, support its Kubernetes, and carry the documented applications", () => {
    expect([knownCharts, chartSupport, carriedReleases].flatMap((check) => findingsAfter(check))).toEqual([]);
  });

  it("that are not known are refused, naming the known ones and what they carry", () => {
    const findings = findingsAfter(knownCharts, ({ addOns }) =>
      Object.assign(addOns.releases.grafana, { chart: "7.3.10" }),
    );
    expect(findings).toMatchObject([
      {
        path: ["addOns", "releases", "grafana", "chart"],
        given: "7.3.10",
        allowed: "7.3.8 (carries 10.4.1), 7.3.9 (carries 10.4.1)",
      },
    ]);
  });

  it("that don't support the cluster are refused", () => {
    expect(pathsAfter(chartSupport, ({ cluster }) => Object.assign(cluster, { version: "1.34" }))).toEqual([
      "vantage:addOns.releases.cert-manager.chart",
      "vantage:addOns.releases.ingress-nginx.chart",
    ]);
  });

  it.each([
    ["version", { version: "0.37.1" }, "vantage:karpenter.version"],
    [
      "clusterAutoscaler",
      {
        clusterAutoscaler: {
          version: "1.28.3",
          scaleDownDelay: "1s",
          scaleDownUnneeded: "1s",
          scaleDownUtilizationThreshold: 0,
        },
      },
      "vantage:karpenter.clusterAutoscaler.version",
    ],
    [
      "terminationHandler",
      { terminationHandler: { version: "1.23.0" } },
      "vantage:karpenter.terminationHandler.version",
    ],
  ])("an application that no known chart carries is refused: %s", (_, change, path) => {
    expect(pathsAfter(carriedReleases, ({ karpenter }) => Object.assign(karpenter, change))).toEqual([path]);
  });

  it.each([
    ["1.35.0", []],
    ["1.35.1", ["vantage:clusterAutoscaler.version"]],
  ])("an autoscaler without Karpenter is of a known release: %s", (version, paths) => {
    const change = (input: ProdInput) => {
      input.clusterAutoscaler = { ...input.karpenter.clusterAutoscaler, version };
    };
    expect(pathsAfter(carriedAutoscaler, change)).toEqual(paths);
  });
});
