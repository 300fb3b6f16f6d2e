import type { Provider } from "../server/provider";
import type { CloudStore } from "../store/cloud-store";
import type { FaultPlan } from "../store/faults";
import { AwsSession } from "./aws-session";

/** The simulated `aws` provider over a store; its version is that of the SDK whose types it knows. */
export function awsProvider(store: CloudStore, faults: FaultPlan): Provider {
  return { version: "7.48.0", openSession: () => new AwsSession(store, faults) };
}
