import { type KubeObject, valueAt } from "../../charts/kube-object";
import { type Check, type Deviation, deviationsOr } from "../check";
import type { LiveObject } from "../cluster-reader";

/** Kinds that keep pods running, with the resource that kubectl knows each by. */
const RESOURCES = { Deployment: "deployments.apps", StatefulSet: "statefulsets.apps", DaemonSet: "daemonsets.apps" };
type Kind = keyof typeof RESOURCES;

/** What is read of a Deployment, a StatefulSet or a DaemonSet. */
export interface Workload extends LiveObject {
  readonly spec: { readonly replicas?: number };
  readonly status?: {
    readonly readyReplicas?: number;
    /** Of a DaemonSet: nodes that should have a pod, and those whose pod is ready. */
    readonly desiredNumberScheduled?: number;
    readonly numberReady?: number;
  };
}

type Reading = Readonly<Record<Kind, readonly Workload[]>>;

/**
 * Every workload of the manifests is there, and every workload of the cluster has all of its replicas ready. Those of the manifests have as many as these
 * say, unless an autoscaler decides; the others, which Helm and operators bring, as many as they ask for themselves.
 *
 * A ready pod is one whose readiness probe was answered: what the documents ask of `/healthz` and `/readyz` by hand.
 *
 * Source: document 003, section 1 (Morning Health Check Routine), step 4 (`kubectl get deployment`: "1/1 READY").
 */
export const workloads: Check<Reading> = {
  name: "workloads",
  read: async (cluster) => {
    const kinds = Object.entries(RESOURCES) as readonly (readonly [Kind, string])[];
    const lists = kinds.map(async ([kind, resource]) => [kind, await cluster.list<Workload>(resource)] as const);
    return Object.fromEntries(await Promise.all(lists)) as Reading;
  },
  judge: (reading, { objects }) => {
    const scaled = new Set(objects.flatMap(scaledByAutoscaler));
    const live = new Map(
      (Object.keys(RESOURCES) as readonly Kind[]).flatMap((kind) =>
        reading[kind].map((workload) => [nameOf(kind, workload.metadata), { kind, workload }] as const),
      ),
    );
    const rendered = new Map(
      objects.filter(({ kind }) => kind in RESOURCES).map((object) => [nameOf(object.kind, object.metadata), object]),
    );
    const missing = [...rendered.keys()].filter((name) => !live.has(name));
    const short = [...live].flatMap(([name, { kind, workload }]) => {
      const object = scaled.has(name) ? undefined : rendered.get(name);
      return notReady(name, kind, workload, object && replicasOf(object));
    });
    return deviationsOr({ subject: "all", expected: "all replicas ready", found: `${live.size} of ${live.size}` }, [
      ...missing.map((subject) => ({ subject, expected: "in the cluster, as in the manifests", found: "not there" })),
      ...short,
    ]);
  },
};

function notReady(
  subject: string,
  kind: Kind,
  { spec, status = {} }: Workload,
  manifest?: number,
): readonly Deviation[] {
  const wanted = kind === "DaemonSet" ? (status.desiredNumberScheduled ?? 0) : (manifest ?? spec.replicas ?? 1);
  const ready = (kind === "DaemonSet" ? status.numberReady : status.readyReplicas) ?? 0;
  // More than wanted: the old pods of a rolling update.
  if (ready >= wanted) return [];
  return [{ subject, expected: `${wanted}/${wanted} ready`, found: `${ready}/${wanted} ready` }];
}

/** Replicas that a manifest asks for; undefined where it leaves them to somebody else. */
function replicasOf(object: KubeObject): number | undefined {
  const replicas = valueAt(object, ["spec", "replicas"]);
  return typeof replicas === "number" ? replicas : undefined;
}

/** The workload whose replicas an object of the manifests decides: a HorizontalPodAutoscaler, or KEDA's ScaledObject, which makes one. */
function scaledByAutoscaler(object: KubeObject): readonly string[] {
  const target = valueAt(object, ["spec", "scaleTargetRef"]) as { kind?: string; name: string } | undefined;
  if (target === undefined) return [];
  // KEDA's default. Source: KEDA, ScaledObject spec, `scaleTargetRef.kind`.
  const { kind = "Deployment", name } = target;
  const { namespace } = object.metadata;
  return [nameOf(kind, { name, ...(namespace === undefined ? {} : { namespace }) })];
}

function nameOf(kind: string, { name, namespace = "" }: LiveObject["metadata"]): string {
  return `${kind} ${namespace}/${name}`;
}
