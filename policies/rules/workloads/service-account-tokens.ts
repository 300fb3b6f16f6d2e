import { textAt } from "../../../charts/checks/object-readers";
import type { PodTemplate } from "../../../charts/checks/pod-templates";
import { valueAt } from "../../../charts/kube-object";
import type { Estate } from "../../estate";
import { givenText } from "../../pod-security/control";
import { hasRole } from "../../rbac/bindings";
import { podRule, problem } from "../../rule";

/**
 * Only pods that may do something with a token of the API get one. A role of AWS is no reason: its token is another one, for another audience, and is mounted whatever this
 * setting says; so is the one of an Istio sidecar.
 *
 * Source: aws/amazon-eks-pod-identity-webhook, README; Istio 1.22, istio-token volume
 */
export const serviceAccountTokens = podRule(
  {
    id: "service-account-tokens",
    title: "Pods carry a token of the Kubernetes API only where their service account has a role",
    severity: "medium",
    enforcement: "mandatory",
    why: "A token that nobody uses still tells whoever takes over the pod who it is, and gets every right that is given to the account later.",
    remediation: "Set automountServiceAccountToken to false, or bind the service account to the role that it needs.",
    link: "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting",
  },
  {
    check: (template, estate) => {
      const { namespace = "default" } = template.object.metadata;
      const account = textAt(template.spec, ["serviceAccountName"]) || "default";
      if (!mountsToken(template, namespace, account, estate) || hasRole(namespace, account, estate)) return [];
      const given = givenText(template.spec.automountServiceAccountToken);
      const message = `${given}, and no binding gives ${namespace}/${account} a role; it has to be false`;
      return [problem([...template.path, "spec", "automountServiceAccountToken"], message)];
    },
  },
);

/** The pod's word counts, then the account's; without either the token is mounted. */
function mountsToken({ spec }: PodTemplate, namespace: string, account: string, estate: Estate): boolean {
  const ofAccount = valueAt(estate.object(`ServiceAccount ${namespace}/${account}`), ["automountServiceAccountToken"]);
  return (spec.automountServiceAccountToken ?? ofAccount) !== false;
}
