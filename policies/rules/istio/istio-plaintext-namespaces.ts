import { plaintextModes } from "../../readers/plaintext-modes";
import { objectRule, problem } from "../../rule";

/**
 * Plaintext is accepted in the namespaces that the stack's policies allow it in. Check peer-authentications compares with `vantage:istio`, which the policies are made of: opening a
 * namespace takes a change there, and one here.
 */
export const istioPlaintextNamespaces = objectRule(
  {
    id: "istio-plaintext-namespaces",
    title: "Sidecars accept plaintext only in the namespaces that the stack's policies name",
    severity: "high",
    enforcement: "mandatory",
    why: "Any pod that reaches the service could speak to it without a certificate, and be anybody.",
    remediation: "Set the mode to STRICT, or add the namespace to vantage:policies.plaintextNamespaces.",
    link: "https://istio.io/latest/docs/reference/config/security/peer_authentication/",
  },
  {
    kinds: ["security.istio.io/PeerAuthentication"],
    check: (policy, { settings: { plaintextNamespaces } }) => {
      if (plaintextNamespaces.includes(policy.metadata.namespace ?? "")) return [];
      const allowed = plaintextNamespaces.join(", ") || "no namespace";
      return plaintextModes(policy).map(({ path, mode }) =>
        problem(path, `is ${mode}, which accepts plaintext; only ${allowed} may`),
      );
    },
  },
);
