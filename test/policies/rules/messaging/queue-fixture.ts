import type { PlannedResource } from "../../../../policies/resource";
import { type Changeable, resource, type Things, urnOf } from "../../estate-fixture";

/** Type of a queue. */
export const QUEUE = "aws:sqs/queue:Queue";
/** Type of its policy. */
export const POLICY = "aws:sqs/queuePolicy:QueuePolicy";

/** The queue of the tests, in the account and region of prod. */
export const QUEUE_ARN = "arn:aws:sqs:us-east-1:123456789012:orders";

/** A queue that has what each rule asks for but a policy. */
export function queue(name = "orders", inputs: Changeable = {}): PlannedResource {
  return resource(QUEUE, name, { name, messageRetentionSeconds: 300, sqsManagedSseEnabled: true, ...inputs });
}

/** The policy of the queue `orders`, as a preview shows it: its URL is yet to come. */
export function policyOf(...statements: readonly Changeable[]): PlannedResource {
  const inputs = { queueUrl: "[unknown]", policy: JSON.stringify({ Version: "2012-10-17", Statement: statements }) };
  return resource(POLICY, "policy", inputs, { dependencies: [urnOf(QUEUE, "orders")] });
}

/** Resources as the things of a case. */
export function thingsOf(...resources: readonly PlannedResource[]): Partial<Things> {
  return { resources: [...resources] as Things["resources"] };
}

/** Adds a resource. */
export function add(things: Things, added: PlannedResource): void {
  things.resources.push(added as Things["resources"][number]);
}
