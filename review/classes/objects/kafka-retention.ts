import type { KubeObject } from "../../../charts/kube-object";
import { type Json, valueAt } from "../../../charts/kube-object";
import type { Difference } from "../../diff/compare";
import { keysOf } from "../../diff/diff-path";
import { numberOf } from "../amounts";
import type { Side, Subject } from "../row";

const MILLISECONDS_PER_HOUR = 3_600_000;
const MILLISECONDS_PER_MINUTE = 60_000;

/** What a broker takes where nothing is given: 7 days. Source: Apache Kafka 3.7, broker configs, log.retention.hours. */
const DEFAULT_MS = 168 * MILLISECONDS_PER_HOUR;

/** Settings of a broker that bound what it keeps, and what it takes for each that isn't given. Source: Apache Kafka 3.7, broker configs. */
const BROKER_BOUNDS: Readonly<Record<string, number>> = {
  "log.retention.ms": Number.POSITIVE_INFINITY,
  "log.retention.minutes": Number.POSITIVE_INFINITY,
  "log.retention.hours": 168,
  "log.retention.bytes": Number.POSITIVE_INFINITY,
};

/** Whether a broker's setting now keeps less. */
export function retainsShorter({ path, before, after }: Difference): boolean {
  const bound = BROKER_BOUNDS[keysOf(path).at(-1) ?? ""];
  return bound !== undefined && unbounded(after, bound) < unbounded(before, bound);
}

/** Whether a topic's retention.ms or retention.bytes now keeps less; one that isn't given is the brokers'. */
export function topicRetainsLess(change: Difference, { before, after, around }: Subject): boolean {
  const setting = keysOf(change.path).at(-1);
  if (setting === "retention.bytes")
    return unbounded(change.after, Number.POSITIVE_INFINITY) < unbounded(change.before, Number.POSITIVE_INFINITY);
  const was = unbounded(change.before, brokerMs(around.base, before));
  return unbounded(change.after, brokerMs(around.head, after)) < was;
}

/** -1 is without a bound. */
function unbounded(value: Json | undefined, absent: number): number {
  const number = numberOf(value, absent);
  return number < 0 ? Number.POSITIVE_INFINITY : number;
}

/** How long the brokers of a topic keep records that don't say it themselves, in milliseconds. */
function brokerMs({ objects }: Side, topic: unknown): number {
  const cluster = valueAt(topic, ["metadata", "labels", "strimzi.io/cluster"]);
  const namespace = valueAt(topic, ["metadata", "namespace"]);
  const kafka = objects.find(
    ({ kind, metadata }: KubeObject) =>
      kind === "Kafka" && metadata.name === cluster && metadata.namespace === namespace,
  );
  const config = valueAt(kafka, ["spec", "kafka", "config"]);
  const given = (name: string) => valueAt(config, [name]) as Json | undefined;
  // The finer unit counts. Source: Apache Kafka 3.7, broker configs, log.retention.ms.
  if (given("log.retention.ms") !== undefined) return unbounded(given("log.retention.ms"), DEFAULT_MS);
  if (given("log.retention.minutes") !== undefined)
    return unbounded(given("log.retention.minutes"), DEFAULT_MS) * MILLISECONDS_PER_MINUTE;
  return unbounded(given("log.retention.hours"), DEFAULT_MS / MILLISECONDS_PER_HOUR) * MILLISECONDS_PER_HOUR;
}
