import { CLUSTER_LABEL } from "../../../charts/kafka/strimzi";
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

/** Settings of a broker for how long it keeps records; the finest unit that is given counts. Source: Apache Kafka 3.7, broker configs, log.retention.ms. */
const BROKER_TIMES: readonly string[] = ["log.retention.ms", "log.retention.minutes", "log.retention.hours"];

/** Whether brokers now keep less by a setting: by bytes as it says, by time as all of them say together. */
export function retainsShorter(change: Difference, { before, after }: Subject): boolean {
  const setting = keysOf(change.path).at(-1) ?? "";
  if (setting === "log.retention.bytes") return keepsFewerBytes(change);
  return BROKER_TIMES.includes(setting) && keptMs(after) < keptMs(before);
}

/** Bytes that aren't given are without a bound. */
function keepsFewerBytes({ before, after }: Difference): boolean {
  return unbounded(after, Number.POSITIVE_INFINITY) < unbounded(before, Number.POSITIVE_INFINITY);
}

/** Whether records go that stayed: by age where only old values of a key went, or old values where only age counted. Nothing given is `delete`. */
export function cleansMore(before: Json | undefined, after: Json | undefined): boolean {
  const ways = (value: Json | undefined) =>
    (typeof value === "string" ? value : "delete").split(",").map((way) => way.trim());
  return ways(after).some((way) => !ways(before).includes(way));
}

/** Whether a topic's retention.ms or retention.bytes now keeps less; one that isn't given is the brokers'. */
export function topicRetainsLess(change: Difference, { before, after, around }: Subject): boolean {
  const setting = keysOf(change.path).at(-1);
  if (setting === "retention.bytes") return keepsFewerBytes(change);
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
  const cluster = valueAt(topic, ["metadata", "labels", CLUSTER_LABEL]);
  const namespace = valueAt(topic, ["metadata", "namespace"]);
  const kafka = objects.find(
    ({ kind, metadata }: KubeObject) =>
      kind === "Kafka" && metadata.name === cluster && metadata.namespace === namespace,
  );
  return keptMs(kafka);
}

/** How long the brokers of a cluster keep records, in milliseconds. */
function keptMs(kafka: unknown): number {
  const given = (name: string) => valueAt(kafka, ["spec", "kafka", "config", name]) as Json | undefined;
  if (given("log.retention.ms") !== undefined) return unbounded(given("log.retention.ms"), DEFAULT_MS);
  if (given("log.retention.minutes") !== undefined)
    return unbounded(given("log.retention.minutes"), DEFAULT_MS) * MILLISECONDS_PER_MINUTE;
  return unbounded(given("log.retention.hours"), DEFAULT_MS / MILLISECONDS_PER_HOUR) * MILLISECONDS_PER_HOUR;
}
