import { Agent, get } from "node:http";
import type { Lab } from "../../charts/lab/lab";
import { trafficRound } from "../../charts/lab/shop/traffic-round";
import { requestsDue } from "./requests-due";

/** Requests of a round, as `vantage:shop.traffic.mix` has them. */
export type Mix = Lab["shop"]["traffic"]["mix"];

/** What became of the requests so far. */
export interface TrafficCounts {
  readonly sent: number;
  /** Answers by their status. */
  readonly answered: Readonly<Record<string, number>>;
  /** Requests without an answer, because of the connection or because it took too long. */
  readonly unanswered: number;
}

/** Customers of the shop. */
export interface Traffic {
  /** Asks for something else from now on. */
  setMix(mix: Mix): void;
  counts(): TrafficCounts;
  /** Asks for nothing more, and closes what is open. */
  stop(): void;
}

/** What the generator is told. */
export interface TrafficOptions {
  /** Addresses of the backend's processes, as `host:port`. They take turns, as behind a Service. */
  readonly backends: readonly string[];
  readonly requestsPerSecond: number;
  /** When a request is given up, in seconds. */
  readonly timeoutSeconds: number;
  readonly mix: Mix;
}

/** How often it is looked whether a request is due, in milliseconds: a few requests at a time at the rates of the lab. */
const TICK_MILLISECONDS = 20;

/**
 * The traffic generator as part of this process: the round of the lab's own (`charts/lab/shop/traffic-round.ts`) at a steady rate, whether
 * answers come or not. Customers don't wait for each other.
 */
export function startTraffic({ backends, requestsPerSecond, timeoutSeconds, mix }: TrafficOptions): Traffic {
  const agent = new Agent({ keepAlive: true });
  const answered: Record<string, number> = {};
  let round = trafficRound(mix);
  let sent = 0;
  let unanswered = 0;
  let stopped = false;
  const started = performance.now();

  const ask = (): void => {
    const url = `http://${backends[sent % backends.length]}${round[Math.floor(sent / backends.length) % round.length]}`;
    sent += 1;
    const request = get(url, { agent, timeout: timeoutSeconds * 1000 }, (response) => {
      const status = `${response.statusCode}`;
      response.resume();
      response.once("end", () => {
        answered[status] = (answered[status] ?? 0) + 1;
      });
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => {
      // What is cut off at the end is nobody's failure.
      if (!stopped) unanswered += 1;
    });
  };
  const timer = setInterval(() => {
    for (let due = requestsDue(performance.now() - started, requestsPerSecond, sent); due > 0; due -= 1) ask();
  }, TICK_MILLISECONDS);
  return {
    setMix: (other) => {
      round = trafficRound(other);
    },
    counts: () => ({ sent, answered: { ...answered }, unanswered }),
    stop: () => {
      stopped = true;
      clearInterval(timer);
      agent.destroy();
    },
  };
}
