import { isNew } from "../age";
import { type Check, type Deviation, deviationsOr } from "../check";
import type { LiveObject } from "../cluster-reader";

/** What is read of a node. */
export interface Node extends LiveObject {
  readonly status?: {
    readonly conditions?: readonly { readonly type: string; readonly status: string; readonly message?: string }[];
    readonly allocatable?: Readonly<Record<string, string>>;
  };
}

/** Every node is ready, unless it is just coming. Source: document 003, section 1 (Morning Health Check Routine), step 2 (`kubectl get nodes`: "All nodes Ready status"). */
export const nodes: Check<readonly Node[]> = {
  name: "nodes",
  read: (cluster) => cluster.list<Node>("nodes"),
  judge: (all, { now }) =>
    all.length === 0
      ? [{ subject: "all", expected: "Ready", found: "the cluster has no node", verdict: "finding" }]
      : deviationsOr(
          { subject: "all", expected: "Ready", found: `${all.length} of ${all.length}` },
          all.flatMap((node) => (isNew(node, now) ? [] : notReady(node))),
        ),
};

function notReady({ metadata, status }: Node): readonly Deviation[] {
  const ready = status?.conditions?.find(({ type }) => type === "Ready");
  if (ready?.status === "True") return [];
  // Unknown: its kubelet has been silent for longer than the control plane waits.
  const found = ready === undefined ? "no status yet" : ready.status === "False" ? "not Ready" : "Ready is unknown";
  const why = ready?.message === undefined || ready.message === "" ? "" : `: ${ready.message}`;
  return [{ subject: metadata.name, expected: "Ready", found: `${found}${why}` }];
}
