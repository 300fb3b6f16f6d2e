import type { Finding } from "../finding";
import { check } from "./check";

/**
 * A self-managed pool has one on-demand instance type: its Auto Scaling group launches from one template, and nodes whose disks hold data must not
 * be taken away.
 */
export const selfManagedInstances = check({ nodePools: "entries" }, ({ nodePools }) =>
  Object.entries(nodePools)
    .filter(([, { manager }]) => manager === "self")
    .flatMap(([name, { instanceTypes, capacity }]): Finding[] => [
      ...(instanceTypes.length === 1
        ? []
        : [
            {
              path: ["nodePools", name, "instanceTypes"],
              given: `${instanceTypes.length} types in a pool with manager: self`,
              allowed: "one type",
              mend: "keep one, or set manager: eks",
            },
          ]),
      ...(capacity === "on-demand"
        ? []
        : [
            {
              path: ["nodePools", name, "capacity"],
              given: `${capacity} in a pool with manager: self`,
              allowed: "on-demand",
              mend: "remove it, or set manager: eks",
            },
          ]),
    ]),
);
