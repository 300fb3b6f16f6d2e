import { join } from "node:path";
import type { ControlPlane } from "../cluster/control-plane/control-plane";

/** Variables with which kubectl speaks to a control plane of a test. */
export function kubectlEnvironment({ folder, kubeconfigFile }: ControlPlane, kubeconfig = kubeconfigFile) {
  // What kubectl remembers of an API server would outlive it.
  return { KUBECONFIG: kubeconfig, KUBECACHEDIR: join(folder, "kubectl") };
}
