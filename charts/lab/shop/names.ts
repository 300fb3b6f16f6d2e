/** Documented names and port of the shop. Source: document 003, sections 1 (Application Health Verification) and 5 (Pattern 1). */
export const SHOP = {
  backend: "backend",
  service: "backend-service",
  traffic: "traffic-generator",
  port: 8080,
} as const;

/**
 * Routes of the backend that customers don't ask for: probes and the scrape. They are answered in no time and never fail alone, so that what
 * counts them looks better than it is.
 *
 * Source: stefanprodan/podinfo 6.5.0, pkg/api (names of routes in the label `path`).
 */
export const OWN_PATHS = ["healthz", "readyz", "metrics"] as const;

/** Bounds in seconds at which the backend counts durations. Source: prometheus/client_golang, DefBuckets; stefanprodan/podinfo 6.5.0, pkg/api. */
export const DURATION_BOUNDS_IN_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;
