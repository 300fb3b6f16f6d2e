import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What pods answer that no node runs, for an API server that passes requests on to them. */
export interface PodNetwork {
  /** Unix socket of the proxy through which the API server reaches pods. */
  readonly socket: string;
  stop(): Promise<void>;
}

/**
 * A network of pods that are functions. The API server refuses to pass requests on to a loopback address, so that pods need addresses of their own; it reaches them through
 * the proxy that a managed control plane has before its nodes.
 *
 * @param pods by address and port, such as `10.0.0.7:9090`; any other address can't be reached
 */
export async function startPodNetwork(pods: Readonly<Record<string, RequestListener>>): Promise<PodNetwork> {
  const folder = mkdtempSync(join(tmpdir(), "pod-network-"));
  const socket = join(folder, "proxy.sock");
  const servers = new Map(Object.entries(pods).map(([address, answer]) => [address, createServer(answer)]));
  const proxy = createServer();
  // What the API server sends first: CONNECT 10.0.0.7:9090. All that follows is between it and the pod.
  proxy.on("connect", ({ url = "" }, connection) => {
    const pod = servers.get(url);
    connection.on("error", () => {});
    if (pod === undefined) {
      connection.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
      return;
    }
    connection.write("HTTP/1.1 200 Connection established\r\n\r\n");
    pod.emit("connection", connection);
  });
  await new Promise<void>((resolve) => proxy.listen(socket, resolve));
  return {
    socket,
    stop: async () => {
      await closed(proxy);
      for (const pod of servers.values()) pod.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Configuration of an API server that reaches pods through a proxy. Source: kube-apiserver, EgressSelectorConfiguration (apiserver.k8s.io/v1beta1). */
export function egressConfiguration(socket: string): object {
  return {
    apiVersion: "apiserver.k8s.io/v1beta1",
    kind: "EgressSelectorConfiguration",
    egressSelections: [
      { name: "cluster", connection: { proxyProtocol: "HTTPConnect", transport: { uds: { udsName: socket } } } },
    ],
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
