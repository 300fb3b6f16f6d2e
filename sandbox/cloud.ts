import { awsProvider } from "./aws/aws-provider";
import { commandProvider } from "./command/command-provider";
import { startEksProvider } from "./eks/server";
import { kubernetesProvider } from "./kubernetes/kubernetes-provider";
import { type ServedProvider, serveProvider } from "./server/serve-provider";
import { CloudStore } from "./store/cloud-store";
import { type Fault, FaultPlan } from "./store/faults";

/** What a simulated cloud is started with. */
export interface CloudOptions {
  /** JSON file that holds the cloud; missing or empty for a new one. */
  readonly storeFile: string;
  /** Misfortunes to simulate. Default none. */
  readonly faults?: readonly Fault[];
  /** Whether to serve the `eks` components too. Default true. */
  readonly eks?: boolean;
}

/** Ports by the name of the package that is served there; `eks` is 0 when it isn't served. */
export interface CloudPorts {
  readonly aws: number;
  readonly command: number;
  readonly eks: number;
  readonly kubernetes: number;
}

/** A running cloud. */
export interface Cloud {
  readonly ports: CloudPorts;
  /** Value of the variable PULUMI_DEBUG_PROVIDERS that attaches an engine. */
  readonly debugProviders: string;
  close(): Promise<void>;
}

/**
 * Starts the simulated providers over one store.
 *
 * @throws Error if the store's file is neither empty nor a store.
 */
export async function startCloud({ storeFile, faults = [], eks = true }: CloudOptions): Promise<Cloud> {
  const store = new CloudStore(storeFile);
  const plan = new FaultPlan(faults);
  const served: Record<keyof CloudPorts, ServedProvider | undefined> = {
    aws: await serveProvider(awsProvider(store, plan)),
    command: await serveProvider(commandProvider(store, plan)),
    eks: eks ? await startEksProvider() : undefined,
    kubernetes: await serveProvider(kubernetesProvider(store, plan)),
  };
  const ports: CloudPorts = {
    aws: served.aws?.port ?? 0,
    command: served.command?.port ?? 0,
    eks: served.eks?.port ?? 0,
    kubernetes: served.kubernetes?.port ?? 0,
  };
  return {
    ports,
    debugProviders: debugProviders(ports),
    close: async () => {
      await Promise.all(Object.values(served).map((provider) => provider?.close()));
    },
  };
}

/** Ports in the form of PULUMI_DEBUG_PROVIDERS: `aws:4001,command:4002,eks:4003,kubernetes:4004`. */
export function debugProviders(ports: CloudPorts): string {
  return Object.entries(ports)
    .filter(([, port]) => port > 0)
    .map(([name, port]) => `${name}:${port}`)
    .join(",");
}
