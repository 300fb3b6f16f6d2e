import type { Provider } from "../server/provider";
import type { CloudStore } from "../store/cloud-store";
import type { FaultPlan } from "../store/faults";
import { CommandSession } from "./command-session";

/** The simulated `command` provider over a store; its version is that of the SDK. It runs no command, ever. */
export function commandProvider(store: CloudStore, faults: FaultPlan): Provider {
  return { version: "1.1.3", openSession: () => new CommandSession(store, faults) };
}
