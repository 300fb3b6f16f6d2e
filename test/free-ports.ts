import { createServer, type Server } from "node:net";

/** The only address that processes of the tests listen on. */
export const LOOPBACK_ADDRESS = "127.0.0.1";

/**
 * Ports of the loopback address that are free at this moment, all different.
 * Nothing keeps them free: who listens on one must be ready for another process to have been faster.
 */
export async function freePorts(count: number): Promise<readonly number[]> {
  // All are held open until the last is known, or the system would give the same one twice.
  const servers = await Promise.all(Array.from({ length: count }, listening));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function listening(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, LOOPBACK_ADDRESS, () => resolve(server));
  });
}
