import type { Platform } from "../../config/platform";

/** A workload that uses AWS, as configured. */
export type Workload = NonNullable<Platform["dataAccess"]>["workloads"][string];

/** What a workload may do, as configured. */
export type Grants = Workload["grants"];
