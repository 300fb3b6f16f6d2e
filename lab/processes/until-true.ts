import { setTimeout as delay } from "node:timers/promises";
import type { BackgroundProcess } from "../../test/cluster/control-plane/guarded-processes";

/** How long the lab may take to each step of its start, in seconds; the slowest takes five, because Prometheus looks for new targets that often. */
export const START_TIMEOUT_SECONDS = 60;

const POLL_MILLISECONDS = 100;

/**
 * Waits for a condition while the processes run.
 *
 * @param what the condition in words, for the report when it doesn't come true
 * @throws {Error} with the ends of the logs, when a process ends or after {@link START_TIMEOUT_SECONDS}
 */
export async function untilTrue(
  what: string,
  processes: readonly BackgroundProcess[],
  condition: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_SECONDS * 1000;
  for (;;) {
    const answer = await condition().then(
      (holds) => ({ holds }),
      (refusal: unknown) => ({ holds: false, refusal }),
    );
    // Before the answer is believed: where a port was taken, it is another server's.
    const ended = processes.find((process) => !process.isRunning());
    if (ended !== undefined) throw new Error(`${ended.name} ended before ${what}:\n${ended.logTail()}`);
    if ("refusal" in answer) throw answer.refusal;
    if (answer.holds) return;
    if (Date.now() > deadline) {
      const logs = processes.map((process) => `${process.name}:\n${process.logTail()}`);
      throw new Error([`After ${START_TIMEOUT_SECONDS} s it is still not so that ${what}.`, ...logs].join("\n"));
    }
    await delay(POLL_MILLISECONDS);
  }
}
