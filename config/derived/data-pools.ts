import type { Platform } from "../platform";

/** Pools whose disks hold data, by the volumes or by the manager that keeps every autoscaler away. */
export function dataPools({ nodePools }: Pick<Platform, "nodePools">): readonly string[] {
  return Object.entries(nodePools)
    .filter(([, pool]) => pool.localVolumes || pool.manager === "self")
    .map(([name]) => name);
}
