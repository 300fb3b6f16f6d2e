import { Quantity } from "../units/quantity";

/**
 * What a sidecar asks for and may use, as Istio's default profile has it; quotas count it with the pod that it is added to.
 *
 * Source: istio/istio 1.22.4, manifests/charts/istio-control/istio-discovery/values.yaml, `global.proxy.resources`.
 */
export const SIDECAR_RESOURCES = {
  requests: { cpu: Quantity.parse("100m"), memory: Quantity.parse("128Mi") },
  limits: { cpu: Quantity.parse("2"), memory: Quantity.parse("1Gi") },
} as const;

/**
 * Label of a pod that gets no sidecar in a namespace where the others do. Istio reads the annotation of the same name as well; the label wins.
 *
 * Source: istio.io/api 1.22.4, label/labels.yaml; Istio 1.22.4, pkg/kube/inject (injectRequired).
 */
export const NO_SIDECAR = { "sidecar.istio.io/inject": "false" } as const;
