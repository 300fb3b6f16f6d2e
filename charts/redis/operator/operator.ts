import type { PlatformWith } from "../../../config/parts";

/** Port of the metrics, without encryption or login. Source: document 000, section 5 (METRICS_BIND_ADDRESS). */
export const METRICS_PORT = 8_080;

/** Port of `/healthz` and `/readyz`. Source: document 000, section 5 (HEALTH_PROBE_BIND_ADDRESS). */
export const HEALTH_PORT = 8_081;

/** Port of the webhook server in the pod. Source: document 000, section 5 (containerPort webhook). */
export const WEBHOOK_PORT = 9_443;

/** The operator with the names that follow from its own: what everything in this folder is made from. */
export interface Operator {
  /** Name of the Deployment, its ServiceAccount, its pods' label and its rights. */
  readonly name: string;
  readonly namespace: string;
  /** Release, without a leading v. */
  readonly version: string;
  readonly image: string;
  readonly nodePool: string;
  readonly metricsService: string;
  readonly webhookService: string;
  /** Certificate of the webhook server, its Issuer and the Secret that the pod mounts. Source: document 000, section 5 (secretName). */
  readonly webhookCertificate: string;
  readonly leaderElectionRole: string;
}

/** The operator of the platform. */
export function redisOperator({ redisOperator: config }: PlatformWith<"redisOperator">): Operator {
  const { name, namespace, version, repository, nodePool } = config;
  return {
    name,
    namespace,
    version,
    image: `${repository}:v${version}`,
    nodePool,
    metricsService: `${name}-metrics`,
    webhookService: `${name}-webhook`,
    webhookCertificate: `${name}-webhook-certs`,
    leaderElectionRole: `${name}-leader-election`,
  };
}

/** The one label that the documented pods are selected by. */
export function selectorLabels({ name }: Operator): { readonly "app.kubernetes.io/name": string } {
  return { "app.kubernetes.io/name": name };
}

/** Labels of what is made beside the Deployment: its own, without those of a Helm release that there isn't. */
export function objectLabels(operator: Operator): Readonly<Record<string, string>> {
  return {
    ...selectorLabels(operator),
    "app.kubernetes.io/version": operator.version,
    "app.kubernetes.io/component": "operator",
    "app.kubernetes.io/part-of": "redis-infrastructure",
  };
}
