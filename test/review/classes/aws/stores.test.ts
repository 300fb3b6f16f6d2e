import { diffPlan } from "../../../../review/diff/diff-plan";
import { resource, urnOf } from "../../../policies/estate-fixture";
import { at, resourceLife, resourceLines } from "../../fixture";

const LOGS = "aws:cloudwatch/logGroup:LogGroup";
const QUEUE = "aws:sqs/queue:Queue";
const VERSIONING = "aws:s3/bucketVersioning:BucketVersioning";

describe("what holds data loses it", () => {
  it.each([
    ["aws:s3/bucket:Bucket", "its objects and all their versions go with it"],
    ["aws:kms/key:Key", "KMS deletes the key after its waiting time, and what it encrypted can't be read any more"],
    [LOGS, "its log events go with it"],
    [QUEUE, "the messages that wait in it go with it"],
    ["aws:eks/cluster:Cluster", "all that is in the cluster goes with it: objects, and the claims of volumes"],
    ["aws:ebs/volume:Volume", "what is on it goes with it"],
  ])("when it is deleted: %s", (type, reason) => {
    expect(resourceLife(type).removed).toBe(`data loss: ${reason}`);
  });

  it("when it is replaced", () => {
    const [line] = resourceLines(LOGS, { name: "a" }, { name: "b" });
    expect(line).toBe(
      "name: data loss: AWS can't change name of the log group: it is replaced, and the new one is made first, then the old one is deleted; its log events go with it",
    );
  });

  it.each([
    [
      "events are kept for less time",
      LOGS,
      { retentionInDays: 90 },
      { retentionInDays: 30 },
      "retentionInDays: data loss: log events older than that are deleted, from 90 to 30 days",
    ],
    [
      "events were kept for ever",
      LOGS,
      {},
      { retentionInDays: 90 },
      "retentionInDays: data loss: log events older than that are deleted, from nothing to 90 days",
    ],
    [
      "messages wait for less time",
      QUEUE,
      { messageRetentionSeconds: 300 },
      { messageRetentionSeconds: 60 },
      "messageRetentionSeconds: data loss: messages that wait longer are deleted, from 300 to 60 seconds, and those that do so now at once",
    ],
    [
      "less than the four days that SQS takes",
      QUEUE,
      {},
      { messageRetentionSeconds: 60 },
      "messageRetentionSeconds: data loss: messages that wait longer are deleted, from nothing to 60 seconds, and those that do so now at once",
    ],
    [
      "a volume gets smaller",
      "aws:ebs/volume:Volume",
      { size: 200 },
      { size: 100 },
      "size: data loss: EBS can't make a volume smaller: it is replaced by an empty one",
    ],
  ])("when %s", (_what, type, before, after, line) => {
    expect(resourceLines(type, before, after)).toEqual([line]);
  });
});

describe("what holds data keeps it", () => {
  it.each([
    ["events are kept longer", LOGS, { retentionInDays: 30 }, { retentionInDays: 90 }],
    ["events are kept for ever", LOGS, { retentionInDays: 30 }, { retentionInDays: 0 }],
    ["messages wait longer", QUEUE, { messageRetentionSeconds: 60 }, { messageRetentionSeconds: 300 }],
    ["a volume gets larger", "aws:ebs/volume:Volume", { size: 100 }, { size: 200 }],
    ["another key encrypts", LOGS, { kmsKeyId: "a" }, { kmsKeyId: "b" }],
    ["a key waits longer", "aws:kms/key:Key", { deletionWindowInDays: 7 }, { deletionWindowInDays: 30 }],
    ["a bucket may be emptied", "aws:s3/bucket:Bucket", { forceDestroy: false }, { forceDestroy: true }],
    [
      "versions are no longer kept",
      VERSIONING,
      at("versioningConfiguration.status", "Enabled"),
      at("versioningConfiguration.status", "Suspended"),
    ],
  ])("when %s", (_what, type, before, after) => {
    expect(resourceLines(type, before, after).map((line) => line.split(": ")[1])).toEqual(["in place"]);
  });
});

it("a key that is switched off is one that can't be reached", () => {
  expect(resourceLines("aws:kms/key:Key", {}, { isEnabled: false })).toEqual([
    "isEnabled: replacement: what the key encrypted can't be read until it is switched on again",
  ]);
});

describe("a setting of a bucket is protected", () => {
  const of = (days: number, protect: boolean, depends = true) => [
    resource("aws:s3/bucket:Bucket", "orders", { bucket: "orders" }, { protect }),
    resource(
      "aws:s3/bucketVersioning:BucketVersioning",
      "it",
      { bucket: depends ? "[unknown]" : "orders", days },
      { dependencies: depends ? [urnOf("aws:s3/bucket:Bucket", "orders")] : [] },
    ),
  ];
  const guarded = (protect: boolean, depends?: boolean) =>
    diffPlan(of(1, protect, depends), of(2, protect, depends)).map(({ thing }) => thing.protected);

  it("when its bucket is", () => {
    expect(guarded(true)).toEqual([true]);
    expect(guarded(true, false)).toEqual([true]);
  });

  it("and not otherwise", () => {
    expect(guarded(false)).toEqual([false]);
  });
});
