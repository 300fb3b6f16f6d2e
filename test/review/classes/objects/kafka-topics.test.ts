import { diffObjects } from "../../../../review/diff/diff-objects";
import { at, fieldLine, lead, object, objectLife, objectLines } from "../../fixture";

const KAFKA = "kafka.strimzi.io/Kafka";
const TOPIC = "kafka.strimzi.io/KafkaTopic";
const DAY_MS = 86_400_000;

describe("a topic", () => {
  const config = (setting: string, before: unknown, after: unknown) =>
    fieldLine(TOPIC, ["spec", "config", setting], before, after);

  it("has more partitions in place, and fewer only without its records", () => {
    expect(fieldLine(TOPIC, "spec.partitions", 6, 12)).toBe(
      "in place: partitions are added, from 6 to 12: records of a key may come to another partition, so their order isn't kept across the change",
    );
    expect(fieldLine(TOPIC, "spec.partitions", 12, 6)).toBe(
      "data loss: Kafka can't take partitions away, from 12 to 6: the topic would have to be deleted and made again, without its records",
    );
  });

  it.each([
    ["retention.ms", 3 * DAY_MS, DAY_MS, "from 259200000 to 86400000 ms"],
    ["retention.ms", -1, DAY_MS, "from -1 to 86400000 ms"],
    // Without one it is the brokers', a week.
    ["retention.ms", undefined, DAY_MS, "from nothing to 86400000 ms"],
    ["retention.ms", 30 * DAY_MS, undefined, "from 2592000000 to nothing ms"],
    ["retention.bytes", undefined, 1000, "from nothing to 1000 bytes for each partition"],
  ])("loses records when %s goes from %s to %s", (setting, before, after, text) => {
    expect(config(setting, before, after)).toBe(
      `data loss: records are deleted sooner, ${text}, those that exist, too`,
    );
  });

  it.each([
    ["retention.ms", DAY_MS, 3 * DAY_MS],
    ["retention.ms", DAY_MS, -1],
    ["retention.ms", DAY_MS, undefined],
    ["retention.ms", undefined, 30 * DAY_MS],
    ["retention.bytes", 1000, -1],
    ["max.message.bytes", 1, 2],
    ["cleanup.policy", "compact,delete", "compact"],
    ["cleanup.policy", "delete, compact", "compact,delete"],
  ])("loses none when %s goes from %s to %s", (setting, before, after) => {
    expect(config(setting, before, after)).toBe(
      "in place: Kafka takes the topic's settings while it runs; no record is deleted sooner",
    );
  });

  it.each([
    ["compact", "delete"],
    ["compact", "compact,delete"],
    [undefined, "compact"],
  ])("loses records when its cleanup goes from %s to %s", (before, after) => {
    expect(config("cleanup.policy", before, after)).toBe(
      `data loss: records that were kept so far are deleted, from ${before ?? "nothing"} to ${after}`,
    );
  });

  it("keeps what its brokers keep, where it doesn't say it", () => {
    const brokers = (setting: string, value: number) =>
      object(KAFKA, at(["spec", "kafka", "config", setting], value), { name: "brokers" });
    const topic = (fields: object) =>
      object(TOPIC, { spec: { config: fields } }, { labels: { "strimzi.io/cluster": "brokers" } });
    const withBrokers = (setting: string, value: number) =>
      lead(
        diffObjects(
          [brokers(setting, value), topic({})],
          [brokers(setting, value), topic({ "retention.ms": 2 * DAY_MS })],
        ),
      );
    expect(withBrokers("log.retention.hours", 24)).toMatch(/^in place/);
    expect(withBrokers("log.retention.minutes", 2 * 24 * 60)).toMatch(/^in place/);
    expect(withBrokers("log.retention.hours", 72)).toMatch(/^data loss/);
    expect(withBrokers("log.retention.ms", -1)).toMatch(/^data loss/);
  });

  it("goes with its records", () => {
    expect(objectLife(TOPIC).removed).toBe(
      "data loss: Strimzi deletes the topic with its resource, and all its records",
    );
  });
});

describe("all settings of a topic at once", () => {
  const of = (config?: object) => ({ spec: { config } });

  it.each([
    [
      undefined,
      { "retention.ms": 1000 },
      "data loss: records are deleted sooner, from nothing to 1000 ms, those that exist, too",
    ],
    [
      { "retention.ms": 30 * DAY_MS },
      undefined,
      "data loss: records are deleted sooner, from 2592000000 to nothing ms, those that exist, too",
    ],
    [
      undefined,
      { "max.message.bytes": 1 },
      "in place: Kafka takes the topic's settings while it runs; no record is deleted sooner",
    ],
    [
      { "retention.ms": 1000 },
      undefined,
      "in place: Kafka takes the topic's settings while it runs; no record is deleted sooner",
    ],
  ])("from %j to %j", (before, after, expected) => {
    expect(objectLines(TOPIC, of(before), of(after))).toEqual([`spec.config: ${expected}`]);
  });
});
