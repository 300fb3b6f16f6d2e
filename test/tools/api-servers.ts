import { KUBE_APISERVER, KUBE_APISERVER_1_34, KUBE_APISERVER_1_35, type PinnedTool } from "./tools";

/** The API server of each minor version that a stack may have. */
export const API_SERVERS: Readonly<Record<string, PinnedTool>> = {
  "1.29": KUBE_APISERVER,
  "1.34": KUBE_APISERVER_1_34,
  "1.35": KUBE_APISERVER_1_35,
};

/**
 * The API server on which what a stack deploys is tried.
 *
 * @param version minor version, as `vantage:cluster.version` has it
 * @throws Error for a version that none is pinned for
 */
export function apiServerOf(version: string): PinnedTool {
  const tool = API_SERVERS[version];
  if (tool !== undefined) return tool;
  const known = Object.keys(API_SERVERS).join(", ");
  throw new Error(
    `No kube-apiserver is pinned for Kubernetes ${version}; there are those of ${known}. Pin one below test/tools, and name it in test/tools/api-servers.ts.`,
  );
}
