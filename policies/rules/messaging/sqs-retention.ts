import type { sqs } from "@pulumi/aws";
import type { Estate } from "../../estate";
import { isTrue } from "../../input-values";
import { problemsOfMalformed } from "../../malformed";
import { type Problem, problem, resourceRule } from "../../rule";
import { redriveOf, sourcesOf } from "../../sqs/dead-letters";
import { QUEUE, type Queue } from "../../sqs/queues";

/** How long a received message is hidden from other readers unless the queue says otherwise, in seconds. Source: SQS API reference, `VisibilityTimeout`. */
const DEFAULT_VISIBILITY_SECONDS = 30;

/**
 * Longest retention of a queue without a dead-letter queue, in seconds: a day, after which EventBridge gives up an event, too.
 *
 * Source: EventBridge user guide, "How EventBridge retries delivering events".
 */
const LONGEST_WITHOUT_DEAD_LETTERS_SECONDS = 86_400;

/**
 * How long a queue keeps messages is bounded by what the queue itself says, so that no list of queues is needed:
 * - from below by its retries. A message that its reader failed on comes back after the visibility timeout; one that has expired by then is lost after a single attempt, and never
 *   reaches the dead-letter queue;
 * - from above by what ends a message that no reader can handle. Without a dead-letter queue only its age does, and until then it comes back again and again;
 * - in a dead-letter queue by its sources: a message keeps the time at which it was first sent. FIFO queues begin anew.
 */
export const sqsRetention = resourceRule<sqs.QueueArgs>(
  {
    id: "sqs-retention",
    title:
      "Every queue says how long it keeps messages: longer than its retries take, and not for days without a dead-letter queue",
    severity: "medium",
    enforcement: "mandatory",
    why: "Messages would expire before they are tried again, or come back for days after they have stopped being true.",
    remediation:
      "Set messageRetentionSeconds above the visibility timeout times the receives; for more than a day, add a redrive policy with a dead-letter queue that keeps messages longer.",
    link: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/setting-up-dead-letter-queue-retention.html",
  },
  {
    types: [QUEUE],
    check: (queue, estate) => problemsOfMalformed(() => retentionProblems(queue, estate)),
  },
);

function retentionProblems(queue: Queue, estate: Estate): readonly Problem[] {
  const { messageRetentionSeconds, visibilityTimeoutSeconds = DEFAULT_VISIBILITY_SECONDS, fifoQueue } = queue.inputs;
  if (messageRetentionSeconds === undefined) {
    return [problem("messageRetentionSeconds", "is not set; SQS keeps messages for 4 days unless a time is chosen")];
  }
  const seconds = Number(messageRetentionSeconds);
  const redrive = redriveOf(queue, estate);
  const sources = sourcesOf(queue, estate);
  const retries = Number(visibilityTimeoutSeconds) * Number(redrive?.maxReceiveCount ?? 1);
  const upTo = LONGEST_WITHOUT_DEAD_LETTERS_SECONDS;
  const complaints = [
    ...(seconds > retries ? [] : [`more than ${retries} s, the visibility timeout times the receives`]),
    ...(redrive !== undefined || sources.length > 0 || seconds <= upTo
      ? []
      : [`at most ${upTo} s without a redrive policy`]),
    ...sources
      .filter(({ inputs }) => !isTrue(fifoQueue) && seconds <= Number(inputs.messageRetentionSeconds ?? 0))
      .map(
        ({ name, inputs }) =>
          `more than the ${inputs.messageRetentionSeconds} s of ${name}, whose failed messages it takes`,
      ),
  ];
  return complaints.map((allowed) => problem("messageRetentionSeconds", `is ${seconds} s; it has to be ${allowed}`));
}
