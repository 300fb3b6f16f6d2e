import type { PropertyValue } from "../../server/properties";
import type { CheckFailure } from "../../server/provider";

/** Sizes of a group of instances, as far as they are known. */
export interface GroupSize {
  readonly min: PropertyValue | undefined;
  readonly desired: PropertyValue | undefined;
  readonly max: PropertyValue | undefined;
}

/** Refuses sizes that are not min ≤ desired ≤ max. `prefix` is the path of the map that holds them, with its dot. */
export function sizeFailures(prefix: string, { min, desired, max }: GroupSize): readonly CheckFailure[] {
  const failures: CheckFailure[] = [];
  const refuse = (property: string, reason: string): void => {
    failures.push({
      property: `${prefix}${property}`,
      reason: `${prefix}${property}: ${reason}; keep min <= desired <= max`,
    });
  };
  if (typeof min === "number" && typeof max === "number" && min > max)
    refuse("minSize", `min ${min} is above max ${max}`);
  if (typeof desired !== "number") return failures;
  if (typeof min === "number" && desired < min) refuse("desiredSize", `desired ${desired} is below min ${min}`);
  if (typeof max === "number" && desired > max) refuse("desiredSize", `desired ${desired} is above max ${max}`);
  return failures;
}
