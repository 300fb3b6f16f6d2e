import type { sqs } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { mappingAt } from "../../charts/checks/object-readers";
import { configurationsOf } from "../configurations";
import type { Estate } from "../estate";
import { MalformedInput } from "../malformed";
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

/**
 * How a queue gets rid of such messages; undefined where nothing but their age takes them away.
 *
 * @throws {MalformedInput} for a redrive policy that is no JSON
 */
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
    leadsTo(redrivePolicy, `:${name}`);
  const direct = configurationsOf<Queue["inputs"]>(queue, { type: QUEUE, names }, estate);
  const policies = configurationsOf<Unwrap<sqs.RedrivePolicyArgs>>(queue, { type: REDRIVE_POLICY, names }, estate);
  const indirect = policies.flatMap(({ inputs: { queueUrl } }) =>
    estate.ofType<Queue["inputs"]>(QUEUE).filter(({ inputs }) => queueUrl?.endsWith(`/${inputs.name}`)),
  );
  return [...direct, ...indirect];
}

function redriveIn(policy: string | undefined): Redrive | undefined {
  if (policy === undefined || policy === "") return undefined;
  const { maxReceiveCount, deadLetterTargetArn } = mappingAt(parsed(policy), []);
  return { maxReceiveCount: Number(maxReceiveCount ?? 1), deadLetterTargetArn: String(deadLetterTargetArn) };
}

function parsed(policy: string): unknown {
  try {
    return JSON.parse(policy);
  } catch {
    throw new MalformedInput(
      "redrivePolicy",
      "is no JSON; it is an object with deadLetterTargetArn and maxReceiveCount",
    );
  }
}

/** Whether a redrive policy leads to an ARN with this end. One that is malformed is a violation of its own queue, and leads nowhere. */
function leadsTo(policy: string | undefined, end: string): boolean {
  try {
    return redriveIn(policy)?.deadLetterTargetArn.endsWith(end) ?? false;
  } catch (error) {
    if (error instanceof MalformedInput) return false;
    throw error;
  }
}
