import type { eks } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { valueAt } from "../../charts/kube-object";
import { EKS_CALENDAR } from "../../config/reference/version-support";
import { type Resource, resourceText } from "../../policies/resource";
import type { PlanIndex } from "../plan-index";
import { always } from "../range";
import { charge, pricedOr } from "./charge";
import { type Priced, together, unpriced } from "./cost-line";

const CLUSTER = "aws:eks/cluster:Cluster";
const WHAT = "control plane";

/**
 * What the control planes of a plan cost on a day: a Kubernetes minor whose standard support has ended costs six times as much, unless EKS may raise it by itself.
 *
 * Source: Amazon EKS user guide, "Kubernetes version lifecycle on EKS" and "View current cluster upgrade policy".
 */
export function clusterCost(plan: PlanIndex, on: Date): Priced {
  const clusters = plan.ofType<Unwrap<eks.ClusterArgs>>(CLUSTER);
  return together(
    clusters.map((cluster) => pricedOr(resourceText(cluster), WHAT, () => controlPlane(cluster, plan, on))),
  );
}

function controlPlane(cluster: Resource<Unwrap<eks.ClusterArgs>>, plan: PlanIndex, on: Date): Priced {
  const resource = resourceText(cluster);
  const region = plan.regionOf(cluster as Resource);
  const { version, upgradePolicy } = cluster.inputs;
  const support = EKS_CALENDAR[version ?? ""];
  const automatic = valueAt(cluster.inputs, ["computeConfig", "enabled"]) === true;
  const fee = automatic
    ? [unpriced(resource, "EKS Auto Mode", "its fee for each instance has no price here, nor have its nodes")]
    : [];
  if (support === undefined) {
    const which = version === undefined ? "EKS chooses its version" : `${version} is not in the calendar of EKS`;
    return together([unpriced(resource, WHAT, `${which}: whether it is in extended support isn't known`), ...fee]);
  }
  const ended = support.standardUntil < isoDay(on);
  // EXTENDED is what EKS takes where nothing is said.
  const extended = ended && upgradePolicy?.supportType !== "STANDARD";
  const until = extended ? `in extended support since ${support.standardUntil}` : "in standard support";
  const raised = extended && support.extendedUntil < isoDay(on);
  const note = ended && !extended ? `; EKS raises it by itself after ${support.standardUntil}` : "";
  const over = raised ? `; EKS raises it by itself after ${support.extendedUntil}` : "";
  return together([
    charge({
      what: WHAT,
      resource,
      region,
      service: extended ? "eksExtendedSupport" : "eksStandardSupport",
      amount: always(1),
      assumption: `Kubernetes ${version}, ${until}${note}${over}`,
    }),
    ...fee,
  ]);
}

/** `YYYY-MM-DD`, as the calendar has days, which compare as texts. */
function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
