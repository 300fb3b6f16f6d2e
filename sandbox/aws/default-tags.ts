import { isMap, merged, type Properties } from "../server/properties";
import type { AwsAccount } from "./aws-account";
import type { AwsType } from "./resource-type";

/**
 * The inputs with the provider's default tags under the resource's own: a tag that the resource sets itself wins. Tags that aren't known yet stay as they are.
 *
 * Source: pulumi-aws, provider/resources.go, applyTags.
 */
export function withDefaultTags(type: AwsType, inputs: Properties, { defaultTags }: AwsAccount): Properties {
  if (type.taggable !== true || Object.keys(defaultTags).length === 0) return inputs;
  const { tags } = inputs;
  if (tags === undefined || tags === null) return { ...inputs, tags: defaultTags };
  return isMap(tags) ? { ...inputs, tags: merged(defaultTags, tags) } : inputs;
}
