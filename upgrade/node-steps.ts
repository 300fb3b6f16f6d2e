import { launchedPools } from "../config/derived/node-scaling";
import type { Platform } from "../config/platform";
import type { Step } from "./step";

/**
 * What an upgrade asks of nodes. All come after the control plane: a kubelet may be up to three minors older than its API server, and never newer.
 *
 * Source: Kubernetes, Version Skew Policy, kubelet.
 */
export function nodeSteps(platform: Platform, to: string): readonly Step[] {
  const pools = Object.entries(platform.nodePools);
  const step = { phase: "after", outcome: "change", notes: [], source: "Kubernetes, Version Skew Policy" } as const;
  return [
    ...pools
      .filter(([, { manager }]) => manager === "eks")
      .map(([name]) => ({
        ...step,
        subject: `node group ${name}`,
        text: `the same pulumi up replaces its nodes by ones of ${to}, within the disruption budgets`,
      })),
    ...pools
      .filter(([, { manager }]) => manager === "self")
      .map(([name]) => ({
        ...step,
        subject: `node group ${name}`,
        text: `its template names the image of ${to}, and nothing replaces its nodes: drain and terminate one at a time, each after the data of the last is back`,
      })),
    ...Object.keys(launchedPools(platform)).map((name) => ({
      ...step,
      subject: `NodePool ${name}`,
      text: `Karpenter finds the image of its nodes drifted and replaces them, within the NodePool's budgets`,
    })),
  ];
}
