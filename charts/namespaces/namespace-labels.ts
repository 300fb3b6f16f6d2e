import type { Platform } from "../../config/platform";
import { INJECTION_ENABLED, INJECTION_LABEL } from "../../config/reference/istio";

/**
 * Labels of a namespace: the level that pods are held to, and whether they get a sidecar. Pods are refused; what makes pods (a Deployment, a
 * StatefulSet) is warned about, which a person sees and a controller's retries don't show.
 */
export function namespaceLabels({
  podSecurity,
  injection,
}: Platform["namespaces"][string]): Readonly<Record<string, string>> {
  return {
    "pod-security.kubernetes.io/enforce": podSecurity,
    "pod-security.kubernetes.io/warn": podSecurity,
    ...(injection ? { [INJECTION_LABEL]: INJECTION_ENABLED } : {}),
  };
}
