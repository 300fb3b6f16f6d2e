import { type KubeObject, valueAt } from "../../charts/kube-object";
import { type Check, deviationsOr } from "../check";
import type { LiveObject } from "../cluster-reader";

/** What is read of an EndpointSlice, of which a Service may have several. */
export interface EndpointSlice extends LiveObject {
  readonly endpoints?:
    | readonly { readonly addresses: readonly string[]; readonly conditions?: { readonly ready?: boolean } }[]
    | null;
}

/** Label by which a slice names its Service. Source: Kubernetes API reference, EndpointSlice. */
const SERVICE_LABEL = "kubernetes.io/service-name";

/**
 * Every Service of the manifests that picks pods has one that is ready. Slices instead of the Endpoints that the document reads: these are deprecated, and
 * end after a thousand addresses.
 *
 * Source: document 003, section 1 (Morning Health Check Routine), step 4 (`kubectl get endpoints`: "Shows healthy pod IPs"); Kubernetes 1.33, deprecation of Endpoints.
 */
export const endpoints: Check<readonly EndpointSlice[]> = {
  name: "endpoints",
  read: (cluster) => cluster.list<EndpointSlice>("endpointslices.discovery.k8s.io"),
  judge: (slices, { objects }) => {
    const expected = "a ready pod";
    const names = objects.filter(picksPods).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
    if (names.length === 0) {
      const found = "no Service picks pods in this stack's manifests";
      return [{ subject: "all", expected, found, verdict: "not checked" }];
    }
    const ready = new Set(slices.filter(hasReady).map(serviceOf));
    return deviationsOr(
      { subject: "all", expected, found: `${names.length} of ${names.length}` },
      names.filter((name) => !ready.has(name)).map((subject) => ({ subject, expected, found: "none" })),
    );
  },
};

function picksPods(object: KubeObject): boolean {
  return object.apiVersion === "v1" && object.kind === "Service" && valueAt(object, ["spec", "selector"]) !== undefined;
}

function serviceOf({ metadata: { namespace, labels } }: EndpointSlice): string {
  return `${namespace}/${labels?.[SERVICE_LABEL] ?? ""}`;
}

/** Unset means ready. Source: Kubernetes API reference, EndpointConditions. */
function hasReady({ endpoints: all }: EndpointSlice): boolean {
  return (all ?? []).some(({ addresses, conditions }) => addresses.length > 0 && conditions?.ready !== false);
}
