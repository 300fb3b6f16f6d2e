import type { KubeObject } from "../../../charts/kube-object";
import type { PlannedResource } from "../../../policies/resource";
import { type Capacity, capacityOf } from "../../../review/capacity/capacity";
import type { Range } from "../../../review/range";
import { managed, provider, SUBNETS, template } from "../plan-fixture";

/** A range as `minimum/typical/maximum`. */
export const text = ({ minimum, typical, maximum }: Range): string => `${minimum}/${typical}/${maximum}`;

/** A group of 2 to 6 m6i.2xlarge, 4 desired. */
export const GROUP = { instanceTypes: ["m6i.2xlarge"], scalingConfig: { minSize: 2, desiredSize: 4, maxSize: 6 } };

/** Pool `web`, with {@link GROUP}. */
export const WEB: readonly PlannedResource[] = [template("web"), managed("web", GROUP)];

/** Pool `batch`, the same with a taint. */
export const BATCH: readonly PlannedResource[] = [
  template("batch"),
  managed("batch", { ...GROUP, taints: [{ key: "k", value: "v", effect: "NO_SCHEDULE" }] }),
];

/** The capacity of some resources and objects, in two subnets. */
export function capacity(resources: readonly PlannedResource[], ...objects: readonly KubeObject[]): Capacity {
  return capacityOf([provider(), ...SUBNETS, ...resources], objects);
}
