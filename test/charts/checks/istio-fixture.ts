import type { KubeObject } from "../../../charts/kube-object";
import { prodPlatform } from "../../infra/prod-platform";

/** The platform that the checks are given; its names are prod's. */
export const platform = prodPlatform();

/** A namespace, with sidecars unless the labels say otherwise. */
export function namespace(name: string, labels: Readonly<Record<string, string>> = {}): KubeObject {
  return {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: {
      name,
      labels: {
        "istio-injection": "enabled",
        "pod-security.kubernetes.io/enforce": "baseline",
        "pod-security.kubernetes.io/warn": "baseline",
        ...labels,
      },
    },
  };
}

/** An IstioOperator in the namespace `mesh`. */
export function operator(spec: object): KubeObject {
  return {
    apiVersion: "install.istio.io/v1alpha1",
    kind: "IstioOperator",
    metadata: { name: "operator", namespace: "mesh" },
    spec,
  };
}

/** An object of any kind in the namespace `shop`. */
export function shopObject(apiVersion: string, kind: string, fields: object = {}): KubeObject {
  return { apiVersion, kind, metadata: { name: "object", namespace: "shop" }, ...fields };
}
