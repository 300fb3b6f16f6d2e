import { at, fieldLine, objectLife, objectLines } from "../../fixture";

const KAFKA = "kafka.strimzi.io/Kafka";
const POOL = "kafka.strimzi.io/KafkaNodePool";
const TOPIC = "kafka.strimzi.io/KafkaTopic";
const DAY_MS = 86_400_000;

describe("another cluster by the label", () => {
  const of = (cluster?: string) => ({
    metadata: {
      name: "it",
      namespace: "here",
      labels: cluster === undefined ? undefined : { "strimzi.io/cluster": cluster },
    },
  });

  it.each([
    [
      POOL,
      "data loss: the pool leaves its cluster, from a to b: Strimzi ends its brokers there, and partitions that have no copy elsewhere are gone",
    ],
    [
      TOPIC,
      "replacement: another cluster has it, from a to b: a topic without these records is made there, and nothing looks after this one any more",
    ],
    [
      "kafka.strimzi.io/KafkaUser",
      "replacement: another cluster has it, from a to b: the user is made there, and nothing looks after this one any more",
    ],
    [
      "kafka.strimzi.io/KafkaConnector",
      "replacement: another cluster has it, from a to b: it stops here, and starts there from where that cluster knows it",
    ],
  ])("of a %s", (type, expected) => {
    expect(objectLines(type, of("a"), of("b"))).toEqual([`metadata.labels["strimzi.io/cluster"]: ${expected}`]);
    expect(objectLines(type, of("a"), of())[0]).toMatch(new RegExp(`^metadata\\.labels: ${expected.split(": ")[0]}: `));
  });
});

describe("a pool of brokers", () => {
  it.each([
    [
      "larger volumes",
      "spec.storage.size",
      "1Ti",
      "2Ti",
      "in place: Strimzi expands the volumes while the brokers run, from 1Ti to 2Ti, if their storage class allows it",
    ],
    [
      "smaller volumes",
      "spec.storage.size",
      "2Ti",
      "1Ti",
      "replacement: Strimzi refuses a smaller volume and keeps the one that is there: smaller ones take new brokers, to which the partitions move",
    ],
    [
      "another class",
      "spec.storage.class",
      "gp2",
      "gp3",
      "replacement: Strimzi refuses other storage for brokers that exist: it takes new brokers, to which the partitions move",
    ],
    [
      "claims that go",
      "spec.storage.deleteClaim",
      false,
      true,
      "in place: nothing is deleted now, but from now on the volumes go with the brokers",
    ],
    [
      "more brokers",
      "spec.replicas",
      3,
      5,
      "in place: brokers are added, replicas from 3 to 5; they hold partitions once somebody moves some to them",
    ],
    [
      "fewer brokers",
      "spec.replicas",
      5,
      3,
      "in place: Strimzi refuses to end brokers while they hold partitions, replicas from 5 to 3",
    ],
    [
      "other resources",
      "spec.resources.requests.cpu",
      "1",
      "2",
      "rolling: Strimzi replaces the brokers one after the other, and waits for each until its partitions are in sync",
    ],
  ])("with %s", (_what, path, before, after, expected) => {
    expect(fieldLine(POOL, path, before, after)).toBe(expected);
  });

  it("goes with what has no copy elsewhere, and with its volumes where it says so", () => {
    const gone = (deleteClaim: boolean) => objectLife(POOL, at("spec.storage.deleteClaim", deleteClaim)).removed;
    expect(gone(false)).toMatch(/^data loss: .* are gone; the volumes stay \(deleteClaim: false\)$/);
    expect(gone(true)).toMatch(/^data loss: .* are gone, with their volumes$/);
  });
});

describe("a cluster", () => {
  it.each([
    ["a setting", ["spec", "kafka", "config", "num.io.threads"], 8, 16, "rolling"],
    ["a longer retention", ["spec", "kafka", "config", "log.retention.hours"], 72, 168, "rolling"],
    ["a shorter retention", ["spec", "kafka", "config", "log.retention.hours"], 168, 72, "data loss"],
    ["another cleanup", ["spec", "kafka", "config", "log.cleanup.policy"], "compact", "delete", "data loss"],
    ["resources", ["spec", "kafka", "resources", "requests", "cpu"], "4", "8", "rolling"],
    ["a release", ["spec", "kafka", "version"], "3.7.1", "3.8.0", "rolling"],
    ["Cruise Control's resources", ["spec", "cruiseControl", "resources", "requests", "cpu"], "1", "2", "rolling"],
    ["its volumes, larger", ["spec", "kafka", "storage", "size"], "1Ti", "2Ti", "in place"],
    ["KRaft", ["metadata", "annotations", "strimzi.io/kraft"], "enabled", "disabled", "replacement"],
  ])("with %s", (_what, path, before, after, expected) => {
    const named = (value: unknown) => ({
      ...at(path, value),
      metadata: { name: "it", namespace: "here", ...(at(path, value).metadata as object) },
    });
    const [line] = objectLines(KAFKA, named(before), named(after));
    expect(line?.split(": ")[1]).toBe(expected);
  });

  it("without one of its listeners can't be reached by that", () => {
    const listeners = (...names: readonly string[]) =>
      at(
        "spec.kafka.listeners",
        names.map((name) => ({ name, port: 9092, tls: false })),
      );
    expect(objectLines(KAFKA, listeners("plain", "tls"), listeners("tls"))).toEqual([
      "spec.kafka.listeners[name=plain]: replacement: clients that come in by this listener reach nothing any more",
    ]);
    expect(objectLines(KAFKA, listeners("tls"), listeners("tls", "plain"))[0]).toMatch(
      /^spec\.kafka\.listeners\[name=plain\]: rolling/,
    );
  });

  it("without any listener, or without all its settings, does the worst of it", () => {
    expect(objectLines(KAFKA, at("spec.kafka.listeners", [{ name: "tls", port: 9093 }]), at("spec.kafka", {}))).toEqual(
      ["spec.kafka.listeners: replacement: clients that come in by this listener reach nothing any more"],
    );
    const config = (...[values]: readonly (object | undefined)[]) => at("spec.kafka", { config: values });
    expect(objectLines(KAFKA, config({ "log.retention.hours": 720, "num.io.threads": 8 }), config())).toEqual([
      "spec.kafka.config: data loss: records of topics without their own retention are deleted sooner, log.retention.hours from 720 to nothing",
    ]);
    expect(objectLines(KAFKA, config({ "log.cleanup.policy": "delete" }), config())[0]).toMatch(
      /^spec\.kafka\.config: rolling: /,
    );
  });

  it.each([
    ["a removed .ms falls back to a week", { "log.retention.ms": 14 * DAY_MS }, {}, "data loss"],
    [
      "or to .minutes",
      { "log.retention.ms": 2 * DAY_MS, "log.retention.minutes": 1440 },
      { "log.retention.minutes": 1440 },
      "data loss",
    ],
    [
      "or to .hours",
      { "log.retention.ms": DAY_MS, "log.retention.hours": 48 },
      { "log.retention.hours": 48 },
      "rolling",
    ],
    ["a .ms of a week is what there was", {}, { "log.retention.ms": 7 * DAY_MS }, "rolling"],
    [
      "hours beside a .ms count for nothing",
      { "log.retention.ms": DAY_MS, "log.retention.hours": 48 },
      { "log.retention.ms": DAY_MS, "log.retention.hours": 24 },
      "rolling",
    ],
    ["no bound falls back to one", { "log.retention.ms": -1 }, {}, "data loss"],
    ["bytes come to bound", {}, { "log.retention.bytes": 1000 }, "data loss"],
  ])("keeps records for as long as its three times say together: %s", (_what, before, after, expected) => {
    const [line, ...more] = objectLines(KAFKA, at("spec.kafka.config", before), at("spec.kafka.config", after));
    expect(more).toEqual([]);
    expect(line?.split(": ")[1]).toBe(expected);
  });

  it("without its operators, or without Cruise Control, has nobody who does their work", () => {
    const gone = (fields: object, left: object = {}) => objectLines(KAFKA, { spec: fields }, { spec: left });
    const ended =
      "Strimzi ends the operator: changes of topics, of users, or of both, are no longer carried out; brokers go on";
    expect(gone({ entityOperator: { topicOperator: {} } })).toEqual([`spec.entityOperator: replacement: ${ended}`]);
    expect(
      gone({ entityOperator: { topicOperator: {}, userOperator: {} } }, { entityOperator: { userOperator: {} } }),
    ).toEqual([`spec.entityOperator.topicOperator: replacement: ${ended}`]);
    expect(gone({ cruiseControl: { config: {} } })).toEqual([
      "spec.cruiseControl: replacement: Strimzi ends Cruise Control: partitions are no longer moved by it; brokers go on",
    ]);
    expect(gone({ cruiseControl: { config: {} } }, { cruiseControl: {} })).toEqual([
      "spec.cruiseControl.config: rolling: Strimzi replaces the pod of Cruise Control; brokers go on",
    ]);
  });

  it("goes with what its brokers have", () => {
    expect(objectLife(KAFKA).removed).toMatch(/^data loss: Strimzi ends all brokers/);
  });
});

it("Connect without workers runs no connector", () => {
  expect(fieldLine("kafka.strimzi.io/KafkaConnect", "spec.replicas", 4, 0)).toBe(
    "replacement: Strimzi ends all workers: no connector runs until there are some again",
  );
});

it.each([
  ["KafkaUser", "spec.authorization.type", "in place"],
  ["KafkaUser", "spec.authentication.type", "replacement"],
  ["KafkaConnect", "spec.image", "rolling"],
  ["KafkaConnect", "spec.replicas", "in place"],
  ["KafkaConnector", "spec.tasksMax", "in place"],
])("a %s with another %s: %s", (kind, path, expected) => {
  expect(fieldLine(`kafka.strimzi.io/${kind}`, path, "1", "2")).toMatch(new RegExp(`^${expected}: `));
});
