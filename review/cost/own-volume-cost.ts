import { numberAt, textAt } from "../../charts/checks/object-readers";
import { resourceText } from "../../policies/resource";
import type { PlanIndex } from "../plan-index";
import { always } from "../range";
import { pricedOr } from "./charge";
import { type Priced, together } from "./cost-line";
import { volumeCost } from "./volume-cost";

const VOLUME = "aws:ebs/volume:Volume";
const WHAT = "volume";

/** What the EBS volumes cost that a plan makes itself, rather than a node or a claim. Without a type one is gp2, as the API has it. */
export function ownVolumeCost(plan: PlanIndex): Priced {
  return together(
    plan.ofType(VOLUME).map((resource) =>
      pricedOr(resourceText(resource), WHAT, () => {
        const { inputs } = resource;
        const volume = {
          sizeGib: numberAt(inputs, ["size"]),
          type: textAt(inputs, ["type"]) || "gp2",
          iops: numberAt(inputs, ["iops"]) || undefined,
          throughputMibPerSecond: numberAt(inputs, ["throughput"]) || undefined,
        };
        const region = plan.regionOf(resource);
        return volumeCost(volume, { what: WHAT, resource: resourceText(resource), region, count: always(1) });
      }),
    ),
  );
}
