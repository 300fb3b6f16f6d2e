import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/**
 * Different ports of the loopback address that are free at this moment. Another program may take one before it is used: who starts a server on it tries again with others.
 */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  // All are held at once, so that none is given out twice.
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return ports;
}
