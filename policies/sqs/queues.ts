import type { sqs } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { configurationsOf } from "../configurations";
import type { Estate } from "../estate";
import type { Resource } from "../resource";

/** Type of a queue. */
export const QUEUE = "aws:sqs/queue:Queue";
/** Type of a queue's policy where it is a resource of its own. */
export const QUEUE_POLICY = "aws:sqs/queuePolicy:QueuePolicy";

/** A queue as a rule reads it. */
export type Queue = Resource<Unwrap<sqs.QueueArgs>>;

/** Resources of a type that name a queue by its URL, as its policy does. */
export function ofQueue<Args extends { readonly queueUrl: unknown }>(
  { urn, type, inputs }: Queue,
  of: string,
  estate: Estate,
): readonly Resource<Unwrap<Args>>[] {
  // A URL ends in the queue's name: https://sqs.REGION.amazonaws.com/ACCOUNT/NAME.
  const names = ({ queueUrl }: { readonly queueUrl?: unknown }) =>
    inputs.name === undefined ? undefined : `${queueUrl}`.endsWith(`/${inputs.name}`);
  return configurationsOf({ urn, type }, { type: of, names }, estate) as unknown as Resource<Unwrap<Args>>[];
}
