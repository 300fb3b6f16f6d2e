import { Duration } from "../../../../config/units/duration";
import { s3Retention } from "../../../../policies/rules/storage/s3-retention";
import { type Changeable, inputsIn, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { BUCKET, bucketWith, withoutSetting } from "./bucket-fixture";

const days = (count: number): Duration => Duration.parse(`${count}d`);

const ruleIn = (things: Things): Changeable => inputsIn(things, "setting").rules[0];

/** Changes the first rule of the lifecycle. */
const changed =
  (fields: Changeable) =>
  (things: Things): void => {
    Object.assign(ruleIn(things), fields);
  };

/** Adds a rule about some of the objects. */
const withRule =
  (fields: Changeable) =>
  (things: Things): void => {
    inputsIn(things, "setting").rules.push({ id: "more", status: "Enabled", filter: { prefix: "daily/" }, ...fields });
  };

const says = (...complaints: readonly string[]): readonly string[] =>
  complaints.map((complaint) => `${BUCKET} orders: bucket: setting: ${complaint}`);

const NO_RULE_FOR_OBJECTS = "no enabled rule expires all objects; they were promised to be kept 30d";
const NO_RULE_FOR_SUPERSEDED = "no enabled rule expires all superseded versions; they were promised to be kept 7d";

const lifecycle = (): Partial<Things> =>
  bucketWith("BucketLifecycleConfiguration", {
    rules: [
      {
        id: "backups",
        status: "Enabled",
        filter: { prefix: "" },
        expiration: { days: 30 },
        noncurrentVersionExpiration: { noncurrentDays: 7 },
      },
    ],
  });

describeRule(s3Retention, {
  settings: { retention: { orders: { prefix: "", objects: days(30), superseded: days(7) } } },
  good: lifecycle,
  holds: [
    ["numbers as text", changed({ expiration: { days: "30" } })],
    ["a rule without a filter", (things) => delete ruleIn(things).filter],
    [
      "what a provider adds after an update",
      changed({ filter: { prefix: "", tag: null, and: null, objectSizeGreaterThan: 0 }, prefix: "" }),
    ],
    [
      "a rule that only moves objects to another class",
      withRule({ transitions: [{ days: 5, storageClass: "GLACIER" }] }),
    ],
    ["a rule that is off", withRule({ status: "Disabled", expiration: { days: 1 } })],
    [
      "two rules, one for each promise",
      (things) => {
        delete ruleIn(things).expiration;
        withRule({ filter: {}, expiration: { days: 30 } })(things);
      },
    ],
  ],
  breaks: [
    [
      "a bucket that the contract doesn't name",
      (things) => Object.assign(inputsIn(things, "orders"), { bucket: "invoices" }),
      [`${BUCKET} orders: bucket: nothing was promised of invoices in vantage:policies.retention; it has orders`],
    ],
    ["a bucket without a lifecycle", withoutSetting, [`${BUCKET} orders: bucket: has no BucketLifecycleConfiguration`]],
    [
      "objects that go too early",
      changed({ expiration: { days: 29 } }),
      says("rule backups expires objects after 29d; they were promised to be kept 30d"),
    ],
    [
      "objects that go too late",
      changed({ expiration: { days: 31 } }),
      says("rule backups expires objects after 31d; they were promised to be kept 30d"),
    ],
    [
      "objects that go on a date",
      changed({ expiration: { date: "2027-01-01T00:00:00Z" } }),
      says("rule backups expires objects on 2027-01-01T00:00:00Z; they were promised to be kept 30d"),
    ],
    ["objects that stay", changed({ expiration: { expiredObjectDeleteMarker: true } }), says(NO_RULE_FOR_OBJECTS)],
    [
      "some objects that go earlier than the rest",
      withRule({ expiration: { days: 10 } }),
      says("rule more expires objects after 10d; they were promised to be kept 30d"),
    ],
    ["the rule turned off", changed({ status: "Disabled" }), says(NO_RULE_FOR_OBJECTS, NO_RULE_FOR_SUPERSEDED)],
    ...(
      [
        ["a prefix", { filter: { prefix: "daily/" } }],
        ["a prefix of the old form", { prefix: "daily/" }],
        ["a tag", { filter: { tag: { key: "kind", value: "copy" } } }],
        ["a size", { filter: { objectSizeGreaterThan: 1_000 } }],
        ["several conditions", { filter: { and: { tags: { kind: "copy" } } } }],
        ["several conditions with a size", { filter: { and: { prefix: "", objectSizeLessThan: 1_000 } } }],
      ] as const
    ).map(
      ([what, fields]) =>
        [`a rule limited by ${what}`, changed(fields), says(NO_RULE_FOR_OBJECTS, NO_RULE_FOR_SUPERSEDED)] as const,
    ),
    [
      "superseded versions that go at another time",
      changed({ noncurrentVersionExpiration: { noncurrentDays: 8 } }),
      says("rule backups expires superseded versions after 8d; they were promised to be kept 7d"),
    ],
    [
      "superseded versions of which some stay",
      changed({ noncurrentVersionExpiration: { noncurrentDays: 7, newerNoncurrentVersions: 3 } }),
      says("rule backups keeps 3 superseded versions of any age; they were promised to be kept 7d"),
    ],
    [
      "superseded versions that stay",
      (things) => delete ruleIn(things).noncurrentVersionExpiration,
      says(NO_RULE_FOR_SUPERSEDED),
    ],
  ],
  unreadable: [
    [
      "days that are known later",
      changed({ expiration: { days: "[unknown]" } }),
      [`${BUCKET} orders: rules[0].expiration.days of setting is unknown before it is created`],
    ],
  ],
});

describe("of objects that are kept for good", () => {
  describeRule(s3Retention, {
    settings: { retention: { orders: { prefix: "", superseded: days(7) } } },
    good: () => {
      const things = lifecycle();
      delete things.resources?.[1]?.inputs.rules[0].expiration;
      return things;
    },
    holds: [["markers that go", changed({ expiration: { days: 0, expiredObjectDeleteMarker: true } })]],
    breaks: [
      [
        "objects that expire",
        withRule({ expiration: { days: 365 } }),
        says("rule more expires objects after 365d; they were promised to be kept for good"),
      ],
    ],
  });
});

describe("of a part of a bucket's keys", () => {
  const below = (text: string) => text.replace("; they", " below redis/; they");

  describeRule(s3Retention, {
    settings: { retention: { orders: { prefix: "redis/", objects: days(30), superseded: days(7) } } },
    good: () => {
      const things = lifecycle();
      Object.assign(things.resources?.[1]?.inputs.rules[0] ?? {}, { filter: { prefix: "redis/" } });
      return things;
    },
    holds: [["a rule about more keys", changed({ filter: {} })]],
    breaks: [
      [
        "a rule about fewer keys",
        changed({ filter: { prefix: "redis/prod/" } }),
        says(below(NO_RULE_FOR_OBJECTS), below(NO_RULE_FOR_SUPERSEDED)),
      ],
    ],
  });
});
