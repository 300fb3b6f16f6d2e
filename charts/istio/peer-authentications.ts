import type { PlatformWith } from "../../config/parts";
import type { KubeObject } from "../kube-object";

/** Name of a namespace's policy. Any name would do; a second policy of a namespace would be ignored. */
const POLICY_NAME = "default";

/**
 * One policy for each namespace that the document names: what its sidecars accept. The one in the mesh's own namespace holds for every namespace
 * without a policy. Where no pod has a sidecar (Kubernetes' own, data stores, webhooks) a policy states an intention and holds nothing up.
 *
 * Source: document 002, section 3 (Peer Authentication Audit); Istio 1.22.4, pilot/pkg/model/authentication.go.
 */
export function peerAuthentications({ istio }: PlatformWith<"istio">): readonly KubeObject[] {
  const { strict, permissive } = istio.mutualTls;
  return [
    ...strict.map((namespace) => peerAuthentication(namespace, "STRICT")),
    ...permissive.map((namespace) => peerAuthentication(namespace, "PERMISSIVE")),
  ];
}

function peerAuthentication(namespace: string, mode: "STRICT" | "PERMISSIVE"): KubeObject {
  return {
    apiVersion: "security.istio.io/v1",
    kind: "PeerAuthentication",
    metadata: { name: POLICY_NAME, namespace },
    spec: { mtls: { mode } },
  };
}
