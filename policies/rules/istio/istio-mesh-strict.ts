import { textAt } from "../../../charts/checks/object-readers";
import { type KubeObject, valueAt } from "../../../charts/kube-object";
import { objectRule, problem } from "../../rule";

const ROOT = ["spec", "meshConfig", "rootNamespace"] as const;

/** A namespace that nobody thought of refuses plaintext. */
export const istioMeshStrict = objectRule(
  {
    id: "istio-mesh-strict",
    title: "The mesh refuses plaintext wherever no policy of a namespace says otherwise",
    severity: "high",
    enforcement: "mandatory",
    why: "Without a policy for the whole mesh sidecars accept plaintext, and each new namespace is open until somebody notices.",
    remediation: "Put a PeerAuthentication without a selector and with mode STRICT into the mesh's root namespace.",
    link: "https://istio.io/latest/docs/reference/config/security/peer_authentication/",
  },
  {
    kinds: ["install.istio.io/IstioOperator"],
    check: (operator, estate) => {
      const root = rootNamespace(operator);
      const policy = estate
        .ofKind("security.istio.io/PeerAuthentication")
        .find(
          (each) =>
            each.metadata.namespace === root && Object.keys(valueAt(each, ["spec", "selector"]) ?? {}).length === 0,
        );
      if (policy === undefined) return [problem(ROOT, `${root} has no PeerAuthentication for the whole mesh`)];
      const mode = textAt(policy, ["spec", "mtls", "mode"]);
      return mode === "STRICT"
        ? []
        : [problem(ROOT, `${policy.metadata.name} of ${root} has mode ${mode || "UNSET"}; it has to be STRICT`)];
    },
  },
);

/** Where a policy holds for the mesh. Source: Istio 1.22, Global Mesh Options (rootNamespace). */
function rootNamespace(operator: KubeObject): string {
  return (
    textAt(operator, ROOT) ||
    textAt(operator, ["spec", "values", "global", "istioNamespace"]) ||
    (operator.metadata.namespace ?? "istio-system")
  );
}
