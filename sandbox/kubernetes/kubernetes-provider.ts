import type { Provider } from "../server/provider";
import type { CloudStore } from "../store/cloud-store";
import type { FaultPlan } from "../store/faults";
import { KubernetesSession } from "./kubernetes-session";

/** The simulated `kubernetes` provider over a store; its version is that of the SDK. */
export function kubernetesProvider(store: CloudStore, faults: FaultPlan): Provider {
  return { version: "4.34.2", openSession: () => new KubernetesSession(store, faults) };
}
