import type { sqs } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { configurationsOf } from "../configurations";
import type { Estate } from "../estate";
import { ofQueue, QUEUE, type Queue } from "./queues";

/** Type of a redrive policy where it is a resource of its own. */
const REDRIVE_POLICY = "aws:sqs/redrivePolicy:RedrivePolicy";

/** What a queue does with a message that its reader keeps failing on. */
export interface Redrive {
  /** How often a message is received before it goes to the dead-letter queue. */
  readonly maxReceiveCount: number;
  /** Where it goes. */
  readonly deadLetterTargetArn: string;
}

/** How a queue gets rid of such messages; undefined where nothing but their age takes them away. */
export function redriveOf(queue: Queue, estate: Estate): Redrive | undefined {
  const [resource] = ofQueue<sqs.RedrivePolicyArgs>(queue, REDRIVE_POLICY, estate);
  return redriveIn(queue.inputs.redrivePolicy) ?? redriveIn(resource?.inputs.redrivePolicy);
}

/**
 * The queues whose failed messages a queue takes.
 *
 * @throws {Unreadable} when a redrive policy that is a resource of its own leads from one new queue to another: which way is known only later.
 */
export function sourcesOf(queue: Queue, estate: Estate): readonly Queue[] {
  const { name } = queue.inputs;
  const names = ({ redrivePolicy }: { readonly redrivePolicy?: string | undefined }) =>
    redriveIn(redrivePolicy)?.deadLetterTargetArn.endsWith(`:${name}`) ?? false;
  const direct = configurationsOf<Queue["inputs"]>(queue, { type: QUEUE, names }, estate);
  const policies = configurationsOf<Unwrap<sqs.RedrivePolicyArgs>>(queue, { type: REDRIVE_POLICY, names }, estate);
  const indirect = policies.flatMap(({ inputs: { queueUrl } }) =>
    estate.ofType<Queue["inputs"]>(QUEUE).filter(({ inputs }) => queueUrl?.endsWith(`/${inputs.name}`)),
  );
  return [...direct, ...indirect];
}

function redriveIn(policy: string | undefined): Redrive | undefined {
  return policy === undefined || policy === "" ? undefined : (JSON.parse(policy) as Redrive);
}
