import { type Autoscaler, autoscalerOf } from "../../config/derived/node-scaling";
import type { Platform } from "../../config/platform";
import { awayFromDataNodes, type PoolAffinity } from "../add-ons/placement";
import { ROLE_ANNOTATION } from "../add-ons/values";

/** Namespace of cluster-autoscaler and of the termination handler. Source: document 000, section 1; document 001, section 1. */
export const AUTOSCALER_NAMESPACE = "kube-system";

/** Name of Deployment and service account: the documented runbook scales a Deployment of this name. Source: document 001, section 1, Phase 3. */
export const AUTOSCALER_NAME = "cluster-autoscaler";

/** The values of chart cluster-autoscaler that this stack sets. Source: kubernetes/autoscaler, charts/cluster-autoscaler/values.yaml. */
export interface AutoscalerValues {
  readonly fullnameOverride: string;
  readonly cloudProvider: "aws";
  readonly awsRegion: string;
  readonly autoDiscovery: { readonly clusterName: string };
  readonly image: { readonly tag: string };
  readonly replicaCount: number;
  readonly rbac: {
    readonly serviceAccount: {
      readonly create: true;
      readonly name: string;
      readonly annotations: { readonly [ROLE_ANNOTATION]: string };
    };
  };
  readonly affinity: PoolAffinity;
  /** Flags of the command line, without their dashes. */
  readonly extraArgs: Readonly<Record<string, string | number | boolean>>;
  readonly resources: {
    readonly requests: { readonly cpu: string; readonly memory: string };
    readonly limits: { readonly memory: string };
  };
}

/** What the autoscaler needs for a cluster of tens of nodes; memory grows with pods and nodes. Source: kubernetes/autoscaler, AWS examples (600Mi). */
export const AUTOSCALER_RESOURCES = { cpu: "100m", memory: "600Mi" } as const;

/**
 * Values of cluster-autoscaler's chart: the documented waits and threshold, and the pods of the migration's step.
 *
 * The flags hold for every pool; a tag on an Auto Scaling group (`node-template/autoscaling-options/scaledownunneededtime`) overrides one for it.
 *
 * @param roleArn - role of its service account.
 */
export function autoscalerValues(platform: Platform, roleArn: string): AutoscalerValues {
  const { version, replicas, scaleDownDelay, scaleDownUnneeded, scaleDownUtilizationThreshold } =
    autoscalerSettings(platform);
  return {
    fullnameOverride: AUTOSCALER_NAME,
    cloudProvider: "aws",
    awsRegion: platform.aws.region,
    autoDiscovery: { clusterName: platform.cluster.name },
    image: { tag: `v${version}` },
    replicaCount: replicas,
    rbac: {
      serviceAccount: {
        create: true,
        name: AUTOSCALER_NAME,
        annotations: { [ROLE_ANNOTATION]: roleArn },
      },
    },
    affinity: awayFromDataNodes(platform),
    extraArgs: {
      "scale-down-delay-after-add": `${scaleDownDelay.seconds}s`,
      "scale-down-unneeded-time": `${scaleDownUnneeded.seconds}s`,
      "scale-down-utilization-threshold": scaleDownUtilizationThreshold,
    },
    resources: { requests: AUTOSCALER_RESOURCES, limits: { memory: AUTOSCALER_RESOURCES.memory } },
  };
}

/**
 * The settings of a stack's autoscaler.
 *
 * @throws {Error} where the stack has none: an error of ours
 */
export function autoscalerSettings(platform: Platform): Autoscaler {
  const settings = autoscalerOf(platform);
  if (settings === undefined) throw new Error(`Stack ${platform.stack} has neither Karpenter nor cluster-autoscaler.`);
  return settings;
}
