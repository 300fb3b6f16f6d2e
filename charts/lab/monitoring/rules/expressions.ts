import { type LabTime, shortened } from "../shortened";

/** The four documented expressions, in one of two forms: as printed, or so that they say what they mean. */
export interface AlertExpressions {
  readonly errorRate: string;
  readonly latency: string;
  readonly cpu: string;
  readonly memory: string;
}

/** Share of failed requests that pages. Source: document 003, section 6 (Alert Configuration Examples). */
const ERROR_SHARE = 0.01;

/** Share of its processor limit at which a pod is reported. Source: document 003, section 6 (Alert Configuration Examples). */
export const CPU_SHARE = 0.8;

/** Share of its memory limit at which a container is reported. Source: document 003, section 6 (Alert Configuration Examples). */
export const MEMORY_SHARE = 0.9;

/** Window of the rates. Source: document 003, section 6 (Alert Configuration Examples). */
const WINDOW = "5m";

/** What a latency is held to: the percentile as a share, and the time in seconds. */
export interface LatencyLimit {
  readonly share: number;
  readonly seconds: number;
}

/** The expressions, word for word. Source: document 003, section 6 (Alert Configuration Examples). */
export function documentedExpressions({ share, seconds }: LatencyLimit, time: LabTime): AlertExpressions {
  const window = shortened(WINDOW, time);
  return {
    errorRate: `rate(http_requests_total{status=~"5.."}[${window}]) / rate(http_requests_total[${window}]) > ${ERROR_SHARE}`,
    latency: `histogram_quantile(${share}, rate(http_request_duration_seconds_bucket[${window}])) > ${seconds}`,
    cpu: `avg(rate(container_cpu_usage_seconds_total[${window}])) by (pod) > ${CPU_SHARE}`,
    memory: `container_memory_usage_bytes / container_spec_memory_limit_bytes > ${MEMORY_SHARE}`,
  };
}

/**
 * The expressions that are deployed.
 *
 * - Error rate: sums on both sides. Printed, each series with errors is divided by itself, and one error is 100 %.
 * - Latency: as printed. Each route of each pod is judged by itself, which is stricter than the objective and no mistake.
 * - Processor: of the limit, which the printed number of cores is taken for; summed over the pod's containers, where the average counted the pod's own
 *   series and its pause container too. Containers without a limit have no quota and aren't judged.
 * - Memory: only where there is a limit, since without one cAdvisor shows 0 and the quotient is infinite; of containers, each once; and what the
 *   kernel can't take back, since the file cache that the printed metric counts fills any limit of a server with files, Prometheus first.
 *
 * Source: compatibility page, M2 to M4; google/cadvisor, docs/storage/prometheus.md (container_spec_cpu_quota); document 003, section 5 (Memory Leak Detection: container_memory_working_set_bytes).
 */
export function soundExpressions(limit: LatencyLimit, time: LabTime): AlertExpressions {
  const window = shortened(WINDOW, time);
  const by = "by (namespace, pod)";
  return {
    ...documentedExpressions(limit, time),
    errorRate: `sum(rate(http_requests_total{status=~"5.."}[${window}])) / sum(rate(http_requests_total[${window}])) > ${ERROR_SHARE}`,
    cpu:
      `sum ${by} (rate(container_cpu_usage_seconds_total{container!=""}[${window}])) / ` +
      `sum ${by} ((container_spec_cpu_quota{container!=""} > 0) / container_spec_cpu_period{container!=""}) > ${CPU_SHARE}`,
    memory:
      `container_memory_working_set_bytes{container!=""} / ` +
      `(container_spec_memory_limit_bytes{container!=""} > 0) > ${MEMORY_SHARE}`,
  };
}
