import type { KubeObject } from "../../../charts/kube-object";

type Mapping = Readonly<Record<string, unknown>>;

/** The resources of a container that asks for something. */
export function asking(cpu: string, memory: string): Mapping {
  return { resources: { requests: { cpu, memory } } };
}

/** A pod's specification that selects a pool. */
export function on(pool: string): Mapping {
  return { nodeSelector: { "node.kubernetes.io/pool": pool } };
}

/** An affinity that demands or excludes pools. */
export function affinityTo(operator: "In" | "NotIn", ...values: readonly string[]): Mapping {
  const matchExpressions = [{ key: "node.kubernetes.io/pool", operator, values }];
  return {
    nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions }] } },
  };
}

/** A workload of one container in namespace `apps`. */
export function workload(
  kind: string,
  name: string,
  container: Mapping,
  pod: Mapping = {},
  spec: Mapping = {},
): KubeObject {
  const template = { metadata: { labels: { app: name } }, spec: { containers: [{ name, ...container }], ...pod } };
  const jobs = kind === "CronJob" || kind === "Job";
  return {
    apiVersion: jobs ? "batch/v1" : "apps/v1",
    kind,
    metadata: { name, namespace: "apps" },
    spec: kind === "CronJob" ? { ...spec, jobTemplate: { spec: { template } } } : { ...spec, template },
  };
}

/** An autoscaler of a Deployment in namespace `apps`. */
export function autoscaler(name: string, minReplicas: number | undefined, maxReplicas: number): KubeObject {
  return {
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    metadata: { name, namespace: "apps" },
    spec: { minReplicas, maxReplicas, scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name } },
  };
}
