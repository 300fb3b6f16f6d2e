import type { types } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";

/** A rule of a bucket's lifecycle, as the provider takes it. */
export type LifecycleRule = Unwrap<types.input.s3.BucketLifecycleConfigurationRule>;

/** The rules that S3 acts on. */
export function enabledRules(rules: readonly LifecycleRule[] | undefined): readonly LifecycleRule[] {
  return (rules ?? []).filter(({ status }) => status === "Enabled");
}

/**
 * Whether a rule is about every object whose key begins with a prefix; about every object of the bucket, where that is empty. A tag or a size makes it one about some. After an
 * update what was not given may be there as an empty text or zero.
 *
 * Source: S3 user guide, "Filtering objects for lifecycle rules".
 */
export function covers({ prefix, filter = {} }: LifecycleRule, keys: string): boolean {
  const { and = {}, tag } = filter;
  const tags = Object.keys(and?.tags ?? {});
  const limits = [
    filter.objectSizeGreaterThan,
    filter.objectSizeLessThan,
    and?.objectSizeGreaterThan,
    and?.objectSizeLessThan,
  ];
  const own = prefix || filter.prefix || and?.prefix || "";
  return !tag && tags.length === 0 && limits.every((limit) => !limit) && keys.startsWith(own);
}
