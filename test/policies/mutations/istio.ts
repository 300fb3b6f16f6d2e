import type { Changeable } from "../estate-fixture";
import { changeObject, type Mutation, type Mutations, removeObjects } from "./mutation";

/** Changes the mode of the policy of a namespace: all have one name. */
function changeMode(namespace: string, mode: string): Mutation["change"] {
  return ({ objects }) => {
    const found = objects.find(
      ({ kind, metadata }) => kind === "PeerAuthentication" && metadata.namespace === namespace,
    );
    if (found === undefined) throw new Error(`prod has no PeerAuthentication of ${namespace} to mutate.`);
    found.spec.mtls.mode = mode;
  };
}

/** Changes the longest life of a workload's certificate. */
function changeMaximum(change: (variable: Changeable) => void): Mutation["change"] {
  return changeObject("IstioOperator", ({ spec }) => {
    change(spec.components.pilot.k8s.env.find(({ name }: Changeable) => name === "MAX_WORKLOAD_CERT_TTL"));
  });
}

/** What the rules about the mesh and its certificates have to catch. */
export const istioMutations: Mutations = {
  "istio-plaintext-namespaces": [
    { what: "payments accept plaintext", change: changeMode("payments-prod", "PERMISSIVE") },
    { what: "payments accept nothing else", change: changeMode("payments-prod", "DISABLE") },
  ],
  "istio-plaintext-allowances": [
    { what: "a namespace on the list refuses plaintext by now", change: changeMode("vendor-webhooks", "STRICT") },
    { what: "a namespace on the list is gone", change: removeObjects("Namespace", /^vendor-webhooks$/) },
  ],
  "istio-mesh-strict": [
    { what: "the mesh accepts plaintext", change: changeMode("istio-system", "PERMISSIVE") },
    { what: "the mesh has no policy", change: removeObjects("PeerAuthentication") },
  ],
  "istio-workload-certificates": [
    {
      what: "certificates of workloads may live for a month",
      change: changeMaximum((variable) => {
        variable.value = "720h0m0s";
      }),
    },
    {
      what: "the maximum is Istio's own",
      change: changeMaximum((variable) => {
        variable.name = "OTHER";
      }),
    },
    {
      what: "sidecars ask for a month",
      change: changeObject("IstioOperator", ({ spec }) => {
        spec.meshConfig.defaultConfig.proxyMetadata.SECRET_TTL = "720h0m0s";
      }),
    },
  ],
  "certificate-lifetime": [
    {
      what: "a certificate of a year",
      change: changeObject("Certificate", ({ spec }) => {
        spec.duration = "8760h";
      }),
    },
  ],
  "certificate-renewal": [
    {
      what: "a certificate that is renewed in its last hour",
      change: changeObject("Certificate", ({ spec }) => {
        spec.renewBefore = "1h";
      }),
    },
  ],
};
