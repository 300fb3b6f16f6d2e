import { type Notice, stillOpen } from "../alerts/notice";
import { hurriedMilliseconds } from "../lab-time";
import { expectedLabels } from "./expected-labels";
import { type Injection, TELLING_LIMIT } from "./phases";
import { alertText, injectionProblems, unexpectedAlerts } from "./problems";
import type { Run } from "./run";

/** What an injection came to. */
export interface InjectionResult {
  readonly injection: Injection;
  /** Seconds from the beginning of the injection until the receiver was told; undefined when it wasn't. */
  readonly firedAfter: number | undefined;
  /** Seconds from the end of the injection until the receiver was told that it is over; undefined when it wasn't. */
  readonly resolvedAfter: number | undefined;
  /** What the receiver was told of the alert, in order. */
  readonly notices: readonly Notice[];
  /** Other alerts that were told meanwhile, each once. */
  readonly others: readonly string[];
  readonly problems: readonly string[];
}

/**
 * Injects faults until the receiver is told of their alert, then goes back to healthy traffic until it is told that the alert is over.
 *
 * @param earlier the injections before it, of which budgets still burn
 */
export async function injectionPhase(
  { lab, running: { traffic, webhook }, observer, terminal }: Run,
  injection: Injection,
  earlier: readonly Injection[],
): Promise<InjectionResult> {
  const { name, adds, fires } = injection;
  const { mix } = lab.shop.traffic;
  const limit = hurriedMilliseconds(TELLING_LIMIT);
  const before = webhook.notices.length;
  const since = () => webhook.notices.slice(before);
  const told = () => since().filter(({ labels }) => labels.alertname === fires);

  traffic.setMix([...mix, ...adds]);
  const injecting = (seconds: number) =>
    terminal.progress(`Injecting ${name}: for ${seconds} s, until somebody is told of ${fires}`);
  const firedAfter = await observer.until(limit, injecting, () => told().length > 0);

  traffic.setMix(mix);
  const mending = (seconds: number) =>
    terminal.progress(`No more ${name}: for ${seconds} s, until somebody is told that ${fires} is over`);
  const isOver = () => stillOpen(told(), fires).length === 0;
  const resolvedAfter = firedAfter === undefined ? undefined : await observer.until(limit, mending, isOver);

  const all = [...earlier, injection];
  const unexpected = unexpectedAlerts(
    [...observer.fired, ...webhook.notices],
    all.map((one) => one.fires),
    all.map(({ harms }) => harms),
  );
  const outcome = { alertname: fires, firedAfter, resolvedAfter, told: told() };
  return {
    injection,
    firedAfter,
    resolvedAfter,
    notices: told(),
    others: [
      ...new Set(
        since()
          .filter(({ labels }) => labels.alertname !== fires)
          .map(alertText),
      ),
    ],
    problems: [...injectionProblems(outcome, expectedLabels(lab, fires)), ...unexpected.map((text) => `${text} fired`)],
  };
}
