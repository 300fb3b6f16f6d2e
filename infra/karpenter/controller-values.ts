import { dataPools } from "../../config/derived/data-pools";
import type { PlatformWith } from "../../config/parts";
import type { Platform } from "../../config/platform";
import { RESERVED_INTERFACES } from "../../config/reference/instance-types";
import { POOL_LABEL, ZONE_LABEL } from "../../config/reference/node-labels";
import { ROLE_ANNOTATION } from "../add-ons/values";

/** Service account of the controller; its trust policy names exactly this one. Source: document 001, section 1. */
export const CONTROLLER_SERVICE_ACCOUNT = "karpenter";

/** The values of chart karpenter 0.37.0 that this stack sets. Source: aws/karpenter-provider-aws v0.37.0, charts/karpenter/values.yaml. */
export interface ControllerValues {
  readonly replicas: number;
  readonly serviceAccount: {
    readonly create: true;
    readonly name: string;
    readonly annotations: { readonly [ROLE_ANNOTATION]: string };
  };
  readonly settings: {
    readonly clusterName: string;
    /** Name of the queue, not its ARN or URL. */
    readonly interruptionQueue: string;
    /** Network interfaces of a node that give no addresses to pods, as text: the controller reads it from its environment. */
    readonly reservedENIs: string;
  };
  readonly webhook: { readonly enabled: boolean };
  readonly controller: {
    readonly resources: {
      readonly requests: { readonly cpu: number; readonly memory: string };
      readonly limits: { readonly cpu: number; readonly memory: string };
    };
  };
  readonly affinity: {
    readonly nodeAffinity: {
      readonly requiredDuringSchedulingIgnoredDuringExecution: {
        readonly nodeSelectorTerms: readonly { readonly matchExpressions: readonly NodeExpression[] }[];
      };
    };
  };
  readonly topologySpreadConstraints: readonly {
    readonly maxSkew: number;
    readonly topologyKey: string;
    readonly whenUnsatisfiable: "DoNotSchedule" | "ScheduleAnyway";
  }[];
  readonly logLevel: "debug" | "info" | "error";
}

/** A condition on a node's labels. */
interface NodeExpression {
  readonly key: string;
  readonly operator: "DoesNotExist" | "NotIn";
  readonly values?: readonly string[];
}

/**
 * Where the controller may run: on no node that it launched itself, which it could remove under its own feet, and on none whose disks hold data. Helm
 * replaces lists, so the chart's own term is repeated; the chart's rule that replicas never share a node is a key beside it and stays.
 */
function controllerNodes(platform: Platform): readonly NodeExpression[] {
  const pools = dataPools(platform);
  const notOwn: NodeExpression = { key: "karpenter.sh/nodepool", operator: "DoesNotExist" };
  return pools.length === 0 ? [notOwn] : [notOwn, { key: POOL_LABEL, operator: "NotIn", values: pools }];
}

/** One core and 1Gi, requested and limited alike, so that the controller is never the first to be evicted. Source: Karpenter 0.37 getting-started guide. */
export const CONTROLLER_RESOURCES = { cpu: 1, memory: "1Gi" } as const;

/**
 * Values of the controller's chart.
 *
 * Two replicas never share a node, and none runs on a node that Karpenter launched, so the static node groups keep at least two. Replicas are spread over zones, strictly. The webhook is off in the chart and on in the documents.
 *
 * @param roleArn - role of the controller's service account.
 */
export function controllerValues(platform: PlatformWith<"karpenter">, roleArn: string): ControllerValues {
  return {
    replicas: platform.karpenter.replicas,
    serviceAccount: {
      create: true,
      name: CONTROLLER_SERVICE_ACCOUNT,
      annotations: { [ROLE_ANNOTATION]: roleArn },
    },
    settings: {
      clusterName: platform.cluster.name,
      interruptionQueue: platform.karpenter.interruptionQueue.name,
      // With custom networking the first interface of a node is in the node's subnet and gives no address to a pod.
      reservedENIs: String(RESERVED_INTERFACES),
    },
    webhook: { enabled: true },
    controller: { resources: { requests: CONTROLLER_RESOURCES, limits: CONTROLLER_RESOURCES } },
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [{ matchExpressions: controllerNodes(platform) }],
        },
      },
    },
    topologySpreadConstraints: [{ maxSkew: 1, topologyKey: ZONE_LABEL, whenUnsatisfiable: "DoNotSchedule" }],
    logLevel: "info",
  };
}
