import type { Documented } from "../../review/facts";
import { type Review, reviewOf } from "../../review/review";
import type { Side } from "../../review/side";
import { prodPlatform } from "../infra/prod-platform";
import { TODAY } from "../policies/estate-fixture";

/** A side with nothing but what a test gives, configured as prod. */
export function side(more: Partial<Side> = {}): Side {
  return {
    resources: [],
    objects: [],
    printed: [],
    platform: prodPlatform(),
    exemptions: [],
    acknowledgements: [],
    decisions: new Set(),
    ...more,
  };
}

/** Nothing is documented. */
export const UNDOCUMENTED: Documented = { facts: [], sections: [] };

/** The review of two sides. */
export function review(base: Side, head: Side, documented = UNDOCUMENTED): Review {
  return reviewOf(base, head, {
    stack: "prod",
    compared: { base: "main", head: "working tree" },
    documented,
    today: TODAY,
  });
}
