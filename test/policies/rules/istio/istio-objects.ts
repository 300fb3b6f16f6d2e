import type { Changeable } from "../../estate-fixture";

/** How reports call the mesh below. */
export const OPERATOR = "install.istio.io/IstioOperator mesh/control-plane";

/** A mesh, with its control plane in namespace `mesh`. */
export function operator(spec: object = {}): Changeable {
  return {
    apiVersion: "install.istio.io/v1alpha1",
    kind: "IstioOperator",
    metadata: { name: "control-plane", namespace: "mesh" },
    spec,
  };
}

/** A policy for a whole namespace. */
export function peers(namespace: string, mode: string): Changeable {
  return {
    apiVersion: "security.istio.io/v1",
    kind: "PeerAuthentication",
    metadata: { name: "default", namespace },
    spec: { mtls: { mode } },
  };
}

/** A namespace that exists. */
export function namespace(name: string): Changeable {
  return { apiVersion: "v1", kind: "Namespace", metadata: { name } };
}

/** A certificate that cert-manager makes. */
export function certificate(spec: object): Changeable {
  return {
    apiVersion: "cert-manager.io/v1",
    kind: "Certificate",
    metadata: { name: "webhook", namespace: "shop" },
    spec,
  };
}
