import { setTimeout as delay } from "node:timers/promises";
import { EVALUATION_INTERVAL } from "../../charts/lab/monitoring/lab-rule";
import { hurriedMilliseconds } from "../lab-time";
import type { ActiveAlert } from "../processes/prometheus-api";
import type { RunningLab } from "../processes/running-lab";

/** Looks at the running lab until something is so, and remembers every alert that it saw firing. */
export class Observer {
  readonly #fired: ActiveAlert[] = [];

  constructor(private readonly running: RunningLab) {}

  /** Every alert that was seen firing, as often as it was. */
  get fired(): readonly ActiveAlert[] {
    return this.#fired;
  }

  /**
   * Looks twice in each evaluation of the rules, so that none is missed.
   *
   * @param limitMilliseconds when to give up
   * @param done what is waited for; left out, the whole time is
   * @param tell what is said to whoever waits, given the seconds so far
   * @returns the seconds it took, or undefined when the time was over first
   * @throws {Error} with the end of its log, when a process of the lab has ended
   */
  async until(
    limitMilliseconds: number,
    tell: (seconds: number) => void,
    done: () => boolean = () => false,
  ): Promise<number | undefined> {
    const started = Date.now();
    while (Date.now() - started < limitMilliseconds) {
      const ended = this.running.processes.find((process) => !process.isRunning());
      if (ended !== undefined) throw new Error(`${ended.name} ended:\n${ended.logTail()}`);
      this.#fired.push(...(await this.running.prometheus.alerts()).filter(({ state }) => state === "firing"));
      const seconds = (Date.now() - started) / 1000;
      if (done()) return seconds;
      tell(Math.round(seconds));
      await delay(hurriedMilliseconds(EVALUATION_INTERVAL) / 2);
    }
    return undefined;
  }
}
