import { type KubeObject, referenceOf, referenceText } from "../../../charts/kube-object";
import { KUBERNETES_NAMESPACE } from "../../../config/reference/istio";
import { partRule } from "../../part-rule";
import { plaintextModes } from "../../readers/plaintext-modes";
import { problem } from "../../rule";

const SETTING = "vantage:policies.plaintextNamespaces";

/** The list of namespaces that may accept plaintext names those that do, and no other. */
export const istioPlaintextAllowances = partRule(
  {
    id: "istio-plaintext-allowances",
    title: "Every namespace that may accept plaintext exists, and does",
    severity: "low",
    enforcement: "mandatory",
    why: "A name that stays on the list lets the next change of that namespace through unseen.",
    remediation: `Take the namespace out of ${SETTING}.`,
    link: "https://istio.io/latest/docs/tasks/security/authentication/mtls-migration/",
  },
  {
    appliesTo: [SETTING],
    // Where nothing of the mesh is at hand, nothing can be said of what it accepts.
    parts: ({ settings, objects }) => (objects.some(isOfMesh) ? settings.plaintextNamespaces : []),
    subject: (name) => referenceText({ group: "", kind: "Namespace", name }),
    check: (name, estate) => {
      const exists =
        KUBERNETES_NAMESPACE.test(name) || estate.ofKind("/Namespace").some(({ metadata }) => metadata.name === name);
      if (!exists) return [problem(SETTING, `names ${name}, which doesn't exist`)];
      const policies = estate.ofKind("security.istio.io/PeerAuthentication");
      return policies.some((policy) => policy.metadata.namespace === name && plaintextModes(policy).length > 0)
        ? []
        : [problem(SETTING, `names ${name}, where no PeerAuthentication accepts plaintext`)];
    },
  },
);

/** Whether an object is Istio's, or what Istio is installed from. */
function isOfMesh(object: KubeObject): boolean {
  return referenceOf(object).group.endsWith("istio.io");
}
