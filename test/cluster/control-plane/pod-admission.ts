import type { KubeObject } from "../../../charts/kube-object";
import type { ApiClient, LiveObject } from "./api-client";
import { ApiRefusal } from "./api-refusal";

interface Volume {
  readonly name: string;
}

interface PodTemplate {
  readonly metadata?: {
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly serviceAccountName?: string;
    readonly volumes?: readonly Volume[];
    readonly [field: string]: unknown;
  };
}

interface WorkloadSpec {
  readonly template?: PodTemplate;
  readonly volumeClaimTemplates?: readonly { readonly metadata: { readonly name: string } }[];
  readonly jobTemplate?: { readonly spec: { readonly template: PodTemplate } };
}

/** Kinds whose pods {@link podOf} makes. */
export const WORKLOAD_KINDS = ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob"] as const;

/** Whether a kind makes pods from a template. */
export function isWorkload({ kind }: Pick<KubeObject, "kind">): boolean {
  return (WORKLOAD_KINDS as readonly string[]).includes(kind);
}

/**
 * The first pod that the controller of a workload would make, as far as admission looks at it: the template in the workload's namespace,
 * for a StatefulSet with a volume for each claim template.
 * @throws {Error} for a kind without a pod template
 */
export function podOf({ kind, metadata, spec }: KubeObject): KubeObject {
  const { template, jobTemplate, volumeClaimTemplates = [] } = (spec ?? {}) as WorkloadSpec;
  const pod = kind === "CronJob" ? jobTemplate?.spec.template : template;
  if (pod === undefined || !isWorkload({ kind })) throw new Error(`${kind} ${metadata.name} has no pod template.`);
  const claims = volumeClaimTemplates.map((claim) => ({
    name: claim.metadata.name,
    persistentVolumeClaim: { claimName: `${claim.metadata.name}-${metadata.name}-0` },
  }));
  // A claim takes the place of a volume of the same name, as the controller does it.
  const own = (pod.spec.volumes ?? []).filter(({ name }) => claims.every((claim) => claim.name !== name));
  const volumes = [...own, ...claims];
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      ...pod.metadata,
      name: `${metadata.name}-0`,
      ...(metadata.namespace === undefined ? {} : { namespace: metadata.namespace }),
    },
    spec: { ...pod.spec, ...(volumes.length === 0 ? {} : { volumes }) },
  };
}

/**
 * Has the API server judge the pod of a workload, storing nothing. Pod Security and the admission of service accounts refuse pods only: a
 * Deployment whose pods can never be made is admitted. The namespace and the service account must be there already; `default`, which a
 * controller makes in every namespace, is made here.
 * @returns the pod as it was admitted
 * @throws {ApiRefusal} what the controller would be told at every attempt
 */
export async function admitPodOf(api: ApiClient, workload: KubeObject): Promise<LiveObject> {
  const pod = podOf(workload);
  const { serviceAccountName = "default" } = pod.spec as PodTemplate["spec"];
  const { namespace } = pod.metadata;
  if (serviceAccountName === "default" && namespace !== undefined) await makeDefaultServiceAccount(api, namespace);
  return api.create(pod, { dryRun: true });
}

async function makeDefaultServiceAccount(api: ApiClient, namespace: string): Promise<void> {
  try {
    await api.create({ apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "default", namespace } });
  } catch (error) {
    if (!(error instanceof ApiRefusal && error.reason === "AlreadyExists")) throw error;
  }
}
