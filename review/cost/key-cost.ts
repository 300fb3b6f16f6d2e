import { valueAt } from "../../charts/kube-object";
import { resourceText } from "../../policies/resource";
import type { PlanIndex } from "../plan-index";
import { always } from "../range";
import { byUse, charge, pricedOr } from "./charge";
import { type Priced, together } from "./cost-line";

const KEY = "aws:kms/key:Key";
const WHAT = "key";

/** Rotations that make a key dearer, each by the price of a key; later ones are free. Source: AWS News, KMS automatic key rotation, 2024-04-12; aws.amazon.com/kms/pricing. */
const CHARGED_ROTATIONS = 2;

/** What the customer managed keys of a plan cost. */
export function keyCost(plan: PlanIndex): Priced {
  return together(
    plan.ofType(KEY).map((key) => {
      const [resource, region] = [resourceText(key), plan.regionOf(key)];
      return pricedOr(resource, WHAT, () => {
        const rotates = valueAt(key.inputs, ["enableKeyRotation"]) === true;
        return together([
          charge({
            what: WHAT,
            resource,
            region,
            service: "kmsKey",
            amount: { ...always(1), maximum: rotates ? 1 + CHARGED_ROTATIONS : 1 },
            assumption: rotates ? `one; each of its first ${CHARGED_ROTATIONS} rotations adds as much` : "one",
          }),
          byUse(resource, "key: requests", region, ["kmsRequests"]),
        ]);
      });
    }),
  );
}
