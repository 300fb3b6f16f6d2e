import { ApiObject } from "cdk8s";
import { systemChart } from "../system-chart";
import { controlPlaneDeviations } from "./deviations";
import { OPERATOR_NAME, operatorSpec } from "./operator-spec";

/**
 * The mesh's control plane and gateways, as the one object that istioctl reads. Nothing in the cluster reads it: it is rendered for review, and
 * infra hands it to `istioctl install`.
 *
 * Source: document 002, sections 3 (Installation Method: IstioOperator, istioctl) and 13 (istiod's CPU and memory).
 */
export const ISTIO_CONTROL_PLANE = systemChart({
  name: "istio-control-plane",
  folder: "charts/istio",
  appliedBy: "istioctl",
  needs: ["istio"],
  build: (chart, platform) => {
    new ApiObject(chart, "operator", {
      apiVersion: "install.istio.io/v1alpha1",
      kind: "IstioOperator",
      metadata: { name: OPERATOR_NAME, namespace: platform.istio.namespace },
      spec: operatorSpec(platform),
    });
  },
  deviations: controlPlaneDeviations,
});
