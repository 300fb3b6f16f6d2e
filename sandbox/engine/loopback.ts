/** Addresses that are never asked for through a proxy: engine, program and simulated cloud talk to each other on them. */
export const LOOPBACK = "127.0.0.1,localhost";

/**
 * Keeps this process's calls to its own machine off a proxy. The gRPC library of Node.js takes `https_proxy` for loopback addresses as well, which
 * no proxy can reach; processes that are started later inherit the setting.
 */
export function reachLoopbackDirectly(environment: NodeJS.ProcessEnv = process.env): void {
  const others = environment.no_grpc_proxy;
  environment.no_grpc_proxy = others === undefined || others === "" ? LOOPBACK : `${others},${LOOPBACK}`;
}
