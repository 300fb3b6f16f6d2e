import type { Finding } from "../finding";
import { KUBERNETES_NAMESPACE } from "../reference/istio";
import { check } from "./check";

/**
 * The ingress controller is a client of the mesh wherever services refuse others: without a certificate of the mesh it is reset, and everybody
 * outside gets 502.
 */
export const ingressSidecars = check(
  { namespaces: "whole", addOns: ["releases"], istio: ["mutualTls"] },
  ({ namespaces, addOns: { releases }, istio: { mutualTls } }): Finding[] => {
    const namespace = releases["ingress-nginx"]?.namespace;
    if (namespace === undefined) return [];
    const strict = Object.keys(namespaces).filter(
      (name) => name !== namespace && namespaces[name]?.injection && !mutualTls.permissive.includes(name),
    );
    if (strict.length === 0 || namespaces[namespace]?.injection) return [];
    const refused = `services of ${strict.join(", ")} refuse it`;
    // Istio injects nothing into Kubernetes' own namespaces, and there is no entry to change.
    return KUBERNETES_NAMESPACE.test(namespace)
      ? [
          {
            path: ["addOns", "releases", "ingress-nginx", "namespace"],
            given: `${namespace}, where no pod gets a sidecar: ${refused}`,
            allowed: "a namespace with injection",
            mend: "give it a namespace of its own in vantage:namespaces, with injection: true",
          },
        ]
      : [
          {
            path: ["namespaces", namespace, "injection"],
            given: `false, with ingress-nginx in the namespace: ${refused}`,
            allowed: "true: mutual TLS is demanded wherever a namespace isn't in vantage:istio.mutualTls.permissive",
            mend: "set it to true; its sidecar leaves alone what comes in",
          },
        ];
  },
);
