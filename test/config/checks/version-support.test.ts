import {
  autoscalerVersion,
  istioVersion,
  karpenterVersion,
  kubernetesVersion,
  soleAutoscalerVersion,
  strimziVersion,
} from "../../../config/checks/version-support";
import type { ProdInput } from "../../infra/prod-platform";
import { findingsAfter, pathsAfter } from "./prod-findings";

const onKubernetes = (version: string) => (input: { cluster: object }) => {
  Object.assign(input.cluster, { version });
};

describe("versions", () => {
  it("of prod support each other: Kubernetes 1.29, Karpenter 0.37.0, Strimzi 0.42.0, Istio 1.22.4", () => {
    const checks = [kubernetesVersion, karpenterVersion, autoscalerVersion, istioVersion, strimziVersion];
    expect(checks.flatMap((check) => findingsAfter(check))).toEqual([]);
  });

  it("of Kubernetes are minors that EKS runs", () => {
    expect(findingsAfter(kubernetesVersion, onKubernetes("1.28"))).toMatchObject([
      { path: ["cluster", "version"], given: "1.28", allowed: "one of 1.29, 1.30, 1.31, 1.32, 1.33, 1.34, 1.35" },
    ]);
  });

  it.each([
    ["1.30", []],
    ["1.31", ["vantage:karpenter.version"]],
    ["1.34", ["vantage:karpenter.version"]],
  ])("Karpenter 0.37.0 on Kubernetes %s: %j", (version, paths) => {
    expect(pathsAfter(karpenterVersion, onKubernetes(version))).toEqual(paths);
  });

  it.each([
    ["1.29.4", []],
    ["1.28.2", []],
    ["1.27.8", ["vantage:karpenter.clusterAutoscaler.version"]],
    ["1.30.0", ["vantage:karpenter.clusterAutoscaler.version"]],
  ])("cluster-autoscaler %s on 1.29: %j", (version, paths) => {
    const change = ({ karpenter }: { karpenter: { clusterAutoscaler: object } }) => {
      Object.assign(karpenter.clusterAutoscaler, { version });
    };
    expect(pathsAfter(autoscalerVersion, change)).toEqual(paths);
  });

  it.each([
    ["1.29.0", []],
    ["1.27.8", ["vantage:clusterAutoscaler.version"]],
  ])("cluster-autoscaler %s without Karpenter on 1.29: %j", (version, paths) => {
    const change = (input: ProdInput) => {
      input.clusterAutoscaler = { ...input.karpenter.clusterAutoscaler, version };
    };
    expect(pathsAfter(soleAutoscalerVersion, change)).toEqual(paths);
  });

  it("Istio 1.22 ends at Kubernetes 1.30, Strimzi 0.42 at 1.32", () => {
    expect(pathsAfter(istioVersion, onKubernetes("1.30"))).toEqual([]);
    expect(findingsAfter(istioVersion, onKubernetes("1.31"))).toMatchObject([
      { path: ["istio", "version"], given: "1.22.4 on Kubernetes 1.31" },
    ]);
    expect(pathsAfter(strimziVersion, onKubernetes("1.32"))).toEqual([]);
    expect(pathsAfter(strimziVersion, onKubernetes("1.33"))).toEqual([
      "vantage:addOns.releases.strimzi-kafka-operator.chart",
    ]);
  });

  it("of releases without reference data are refused", () => {
    const findings = findingsAfter(istioVersion, ({ istio }) => Object.assign(istio, { version: "1.10.0" }));
    expect(findings).toMatchObject([{ given: "1.10.0", allowed: "a release of Istio 1.22" }]);
  });
});
