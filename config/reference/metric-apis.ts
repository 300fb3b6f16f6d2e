import type { AddOnName } from "../sections/add-ons";

/** An API that autoscalers ask for metrics. */
export interface MetricApi {
  readonly group: string;
  /** The add-on that serves it; absent where none does. */
  readonly addOn?: AddOnName;
}

const RESOURCE_METRICS: MetricApi = { group: "metrics.k8s.io", addOn: "metrics-server" };
const CUSTOM_METRICS: MetricApi = { group: "custom.metrics.k8s.io" };

/**
 * Which API has the metrics of each type, by `spec.metrics[].type` of a HorizontalPodAutoscaler. Kubernetes serves none of them itself.
 *
 * Source: kubernetes.io, Horizontal Pod Autoscaling, Support for metrics APIs.
 */
export const METRIC_APIS: Readonly<Record<string, MetricApi>> = {
  Resource: RESOURCE_METRICS,
  ContainerResource: RESOURCE_METRICS,
  Pods: CUSTOM_METRICS,
  Object: CUSTOM_METRICS,
  External: { group: "external.metrics.k8s.io" },
};

/** Type of the one metric of an autoscaler that names none: CPU, at 80 % of the requests. Source: Kubernetes 1.29 API, HorizontalPodAutoscalerSpec (metrics). */
export const DEFAULT_METRIC_TYPE = "Resource";
