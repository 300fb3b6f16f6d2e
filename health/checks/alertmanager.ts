import { ALERTMANAGER } from "../monitoring-service";
import { probing } from "../probe";

/** Alertmanager runs and sends. Source: document 003, section 1 (Morning Health Check Routine), step 3 (`OK`); Alertmanager, management API. */
export const alertmanager = probing(
  ALERTMANAGER,
  ["/-/healthy", "/-/ready"].map((path) => ({ path, expected: "OK", accepts: (answer) => answer.trim() === "OK" })),
);
