import type { ConfigPath } from "../config-path";
import type { Finding } from "../finding";
import type { Duration } from "../units/duration";
import { check } from "./check";

const SECONDS_PER_DAY = 86_400;

function wholeDays(path: ConfigPath, age: Duration | undefined): Finding[] {
  return age === undefined || (age.seconds > 0 && age.seconds % SECONDS_PER_DAY === 0)
    ? []
    : [
        {
          path,
          given: `${age}`,
          allowed: "whole days, at least one",
          mend: "write it in days, such as 30d: S3 counts nothing smaller",
        },
      ];
}

/** Lifecycle rules count in whole days. Source: Amazon S3 API reference, `LifecycleExpiration`. */
export const lifecycleAges = check({ storage: ["buckets"] }, ({ storage: { buckets } }) =>
  Object.entries(buckets).flatMap(([bucket, { lifecycle }]) =>
    lifecycle.flatMap(({ expiration, noncurrentExpiration }, index) => {
      const path = ["storage", "buckets", bucket, "lifecycle", index];
      return [
        ...wholeDays([...path, "expiration"], expiration),
        ...wholeDays([...path, "noncurrentExpiration"], noncurrentExpiration),
      ];
    }),
  ),
);

/** Rules of a bucket have names of their own, which S3 asks for. */
export const lifecycleNames = check({ storage: ["buckets"] }, ({ storage: { buckets } }) =>
  Object.entries(buckets).flatMap(([bucket, { lifecycle }]) => {
    const ids = lifecycle.map(({ id }) => id);
    return lifecycle.flatMap(({ id }, index) =>
      ids.indexOf(id) === index
        ? []
        : [
            {
              path: ["storage", "buckets", bucket, "lifecycle", index, "id"],
              given: `${id} again`,
              allowed: "a name that no other rule of the bucket has",
              mend: "rename one of the two rules",
            },
          ],
    );
  }),
);
