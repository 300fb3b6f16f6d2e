import { GRAFANA } from "../monitoring-service";
import { probing } from "../probe";

/** Grafana runs and reaches its database. Source: document 003, section 1 (Morning Health Check Routine), step 3 (`"database":"ok"`). */
export const grafana = probing(GRAFANA, [
  {
    path: "/api/health",
    expected: "database ok",
    accepts: (answer) => (JSON.parse(answer) as { database?: string }).database === "ok",
  },
]);
