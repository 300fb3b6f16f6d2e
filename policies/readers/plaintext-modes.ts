import { mappingAt, textAt } from "../../charts/checks/object-readers";
import type { KubeObject } from "../../charts/kube-object";

/** Modes in which a sidecar takes what no certificate vouches for. Source: istio.io/api v1.22.4, security/v1beta1/peer_authentication.proto. */
const PLAINTEXT = ["PERMISSIVE", "DISABLE"];

/** The places of a PeerAuthentication that accept plaintext: for all ports, and for single ones. */
export function plaintextModes(
  policy: KubeObject,
): readonly { readonly path: readonly string[]; readonly mode: string }[] {
  const ports = Object.keys(mappingAt(policy, ["spec", "portLevelMtls"]));
  return [["spec", "mtls", "mode"], ...ports.map((port) => ["spec", "portLevelMtls", port, "mode"])]
    .map((path) => ({ path, mode: textAt(policy, path) }))
    .filter(({ mode }) => PLAINTEXT.includes(mode));
}
