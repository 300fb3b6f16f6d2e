import type { PlatformWith } from "../../config/parts";
import { CA_SECRET } from "../../config/reference/istio";
import type { CheckName } from "../checks/all";
import type { ObjectReference } from "../kube-object";
import type { Deviation } from "../ledger";
import { CA_WRITER, DOCUMENTED_CA_SECRET, RBAC_GROUP } from "./ca-writer";
import { autoscalerBounds, EGRESS_GATEWAY, INGRESS_GATEWAY, ISTIOD } from "./component";
import { OPERATOR_NAME } from "./operator-spec";

/** What the documented IstioOperator lacks: replicas alone are not kept. */
export function controlPlaneDeviations({ istio }: PlatformWith<"istio">): readonly Deviation<CheckName>[] {
  const object: ObjectReference = {
    group: "install.istio.io",
    kind: "IstioOperator",
    namespace: istio.namespace,
    name: OPERATOR_NAME,
  };
  const components = [
    { name: ISTIOD, at: ["pilot"], settings: istio.istiod },
    { name: INGRESS_GATEWAY, at: ["ingressGateways", 0], settings: istio.ingressGateway },
    { name: EGRESS_GATEWAY, at: ["egressGateways", 0], settings: istio.egressGateway },
  ] as const;
  return components.map(({ name, at, settings }) => ({
    id: `I1 ${name}`,
    object,
    path: ["spec", "components", ...at, "k8s", "hpaSpec"],
    deployed: autoscalerBounds(settings),
    reason:
      "The document counts replicas. The default profile gives each component an autoscaler whose minimum is 1, and an idle mesh goes down to it; with its own minimum the count holds.",
    source: "document 002, section 3; Istio 1.22.4, rendered: HorizontalPodAutoscaler with minReplicas 1",
    without: { by: "check", check: "istio-autoscaling", answer: "scaled down to 1" },
  }));
}

/** What the documented permission lacks: the Secret it names is not the one that istiod reads. */
export function istioDeviations({ istio }: PlatformWith<"istio">): readonly Deviation<CheckName>[] {
  return [
    {
      id: "I9",
      object: { group: RBAC_GROUP, kind: "Role", namespace: istio.namespace, name: CA_WRITER },
      path: ["rules", 0, "resourceNames", 0],
      documented: DOCUMENTED_CA_SECRET,
      deployed: CA_SECRET,
      reason:
        "istio-ca-secret is where istiod keeps a CA that it signs itself: it would take the intermediate for its root, once, at its start, and overwrite it near its end. It watches cacerts.",
      source: "document 002, sections 3 and 6; Istio 1.22.4, pilot/pkg/bootstrap/istio_ca.go, security/pkg/pki/ca",
      without: { by: "check", check: "istio-ca-secrets", answer: "istiod signs itself" },
    },
  ];
}
