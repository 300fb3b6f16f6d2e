import { PROMETHEUS } from "../monitoring-service";
import { probing } from "../probe";

/**
 * Prometheus runs, and has read its data back after a start. What the document gives as "Prometheus is Healthy" is "Prometheus Server is Healthy.".
 *
 * Source: document 003, section 1 (Morning Health Check Routine), step 3; Prometheus 2.51.0, web/web.go.
 */
export const prometheus = probing(PROMETHEUS, [
  { path: "/-/healthy", expected: "is Healthy", accepts: (answer) => answer.includes("is Healthy") },
  { path: "/-/ready", expected: "is Ready", accepts: (answer) => answer.includes("is Ready") },
]);
