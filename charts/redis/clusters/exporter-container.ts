import { k8s } from "cdk8s-plus-29";
import { REDIS_EXPORTER_MEMORY, REDIS_PORT } from "../../../config/reference/redis";
import { restrictedContainer } from "../../restricted-container";

/** Port and path of the exporter. Source: oliver006/redis_exporter, README (default of --web.listen-address). */
export const EXPORTER = { port: 9_121, path: "/metrics", health: "/health" } as const;

/** Annotations by which the documented Prometheus finds what a pod exports. Source: prometheus-community, chart prometheus, job kubernetes-pods. */
export const SCRAPE_ANNOTATIONS = {
  "prometheus.io/scrape": "true",
  "prometheus.io/port": `${EXPORTER.port}`,
  "prometheus.io/path": EXPORTER.path,
} as const;

/**
 * The exporter beside a server, which turns INFO into the documented metrics: redis_memory_used_bytes, redis_memory_max_bytes, redis_evicted_keys_total.
 *
 * Source: document 000, section 8 (limits); document 001, sections 2 and 8 (metrics); oliver006/redis_exporter v1.62.0, exporter/exporter.go.
 */
export function exporterContainer(image: string): k8s.Container {
  return {
    name: "redis-exporter",
    image,
    env: [{ name: "REDIS_ADDR", value: `redis://localhost:${REDIS_PORT}` }],
    ports: [{ name: "metrics", containerPort: EXPORTER.port }],
    // No readiness probe: clients don't lose a server because its metrics are late.
    livenessProbe: {
      httpGet: { path: EXPORTER.health, port: k8s.IntOrString.fromString("metrics") },
      periodSeconds: 30,
    },
    resources: {
      requests: {
        cpu: k8s.Quantity.fromString("50m"),
        memory: k8s.Quantity.fromString(REDIS_EXPORTER_MEMORY.request),
      },
      limits: { cpu: k8s.Quantity.fromString("200m"), memory: k8s.Quantity.fromString(REDIS_EXPORTER_MEMORY.limit) },
    },
    securityContext: restrictedContainer(),
  };
}
