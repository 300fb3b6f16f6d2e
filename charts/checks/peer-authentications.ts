import { has } from "../../config/parts";
import { KUBERNETES_NAMESPACE } from "../../config/reference/istio";
import { type KubeObject, referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding, Manifests } from "./check";

/** Modes that a policy may name. Source: istio.io/api v1.22.4, security/v1beta1/peer_authentication.proto. */
const MODES = ["STRICT", "PERMISSIVE", "DISABLE"] as const;

/** Policies with a selector are about some pods only, and there may be several. */
export const peerAuthenticationPolicies: ManifestCheck = {
  title: "Each namespace has one PeerAuthentication, strict unless the stack file says otherwise",
  severity: "high",
  why: "Of two policies for a whole namespace the older one counts; one in a namespace that doesn't exist can't be made; one that admits plaintext opens a namespace without a trace.",
  remediation:
    "Set every mode to STRICT or add the namespace to vantage:istio.mutualTls.permissive, and keep one policy for each namespace that exists.",
  source: "Istio 1.22.4, pilot/pkg/model/authentication.go; document 002, section 3; compatibility page, 3.3",
  link: "https://istio.io/latest/docs/reference/config/security/peer_authentication/",
  find: ({ objects, platform }) => {
    const policies = objects.filter(
      (object) => object.kind === "PeerAuthentication" && referenceOf(object).group === "security.istio.io",
    );
    return policies.flatMap((policy, index) => [
      ...namespace(policy, objects),
      ...mode(policy, platform),
      ...second(policy, policies.slice(0, index)),
    ]);
  },
};

function namespace(policy: KubeObject, objects: Manifests["objects"]): readonly ManifestFinding[] {
  const name = policy.metadata.namespace ?? "";
  const exists = objects.some(({ kind, metadata }) => kind === "Namespace" && metadata.name === name);
  if (exists || KUBERNETES_NAMESPACE.test(name)) return [];
  const message = `no chart makes namespace ${name === "" ? "(none)" : name}: add it to vantage:namespaces`;
  return [{ object: referenceOf(policy), path: ["metadata", "namespace"], message }];
}

function mode(policy: KubeObject, platform: Manifests["platform"]): readonly ManifestFinding[] {
  const permissive = has(platform, "istio") ? platform.istio.mutualTls.permissive : [];
  const name = policy.metadata.namespace ?? "";
  const ports = valueAt(policy, ["spec", "portLevelMtls"]);
  const paths = [
    ["spec", "mtls", "mode"],
    ...Object.keys(typeof ports === "object" && ports !== null ? ports : {}).map((port) => [
      "spec",
      "portLevelMtls",
      port,
      "mode",
    ]),
  ];
  return paths.flatMap((path): ManifestFinding[] => {
    const found = valueAt(policy, path);
    if (!MODES.some((known) => known === found)) {
      return [
        { object: referenceOf(policy), path, message: `mode is ${found ?? "missing"}; one of ${MODES.join(", ")}` },
      ];
    }
    if (found === "STRICT" || permissive.includes(name)) return [];
    const message = `${found} admits plaintext; only ${permissive.join(", ") || "no namespace"} may (vantage:istio.mutualTls.permissive)`;
    return [{ object: referenceOf(policy), path, message }];
  });
}

function second(policy: KubeObject, earlier: readonly KubeObject[]): readonly ManifestFinding[] {
  const whole = (candidate: KubeObject) => valueAt(candidate, ["spec", "selector"]) === undefined;
  const first = earlier.find(
    (candidate) => whole(candidate) && candidate.metadata.namespace === policy.metadata.namespace,
  );
  if (!whole(policy) || first === undefined) return [];
  const message = `the second policy for the whole namespace, after ${first.metadata.name}: only the older one counts`;
  return [{ object: referenceOf(policy), path: ["spec"], message }];
}
