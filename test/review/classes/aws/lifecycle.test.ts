import { resource } from "../../../policies/estate-fixture";
import { resourceLife, resourceLines } from "../../fixture";

const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const TOO = "S3 applies the rule to those that exist, too";

/** A configuration with a rule that deletes, and one that never does. */
const rules = (fields: object) => ({
  bucket: "orders",
  rules: [
    { id: "it", status: "Enabled", filter: { prefix: "a/b/" }, expiration: { days: 30 }, ...fields },
    {
      id: "parts",
      status: "Enabled",
      filter: { prefix: "" },
      abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
    },
  ],
});

describe("a change of a lifecycle costs data", () => {
  it.each([
    [
      "objects expire sooner",
      {},
      { expiration: { days: 14 } },
      `expiration.days: data loss: objects are deleted sooner, from 30 to 14 days: ${TOO}`,
    ],
    [
      "objects expire that didn't",
      { expiration: undefined },
      {},
      `expiration: data loss: objects expire, from nothing to {"days":30}: ${TOO}`,
    ],
    [
      "they do where only marks went",
      { expiration: { expiredObjectDeleteMarker: true } },
      { expiration: { expiredObjectDeleteMarker: true, days: 9 } },
      `expiration.days: data loss: objects are deleted sooner, from nothing to 9 days: ${TOO}`,
    ],
    [
      "they do at an earlier date",
      { expiration: { date: "2030-01-01" } },
      { expiration: { date: "2027-01-01" } },
      `expiration.date: data loss: objects expire, from 2030-01-01 to 2027-01-01: ${TOO}`,
    ],
    [
      "versions expire sooner",
      { noncurrentVersionExpiration: { noncurrentDays: 30 } },
      { noncurrentVersionExpiration: { noncurrentDays: 7 } },
      `noncurrentVersionExpiration.noncurrentDays: data loss: superseded versions are deleted sooner, from 30 to 7 days: ${TOO}`,
    ],
    [
      "fewer versions are spared",
      { noncurrentVersionExpiration: { newerNoncurrentVersions: 5 } },
      { noncurrentVersionExpiration: { newerNoncurrentVersions: 2 } },
      `noncurrentVersionExpiration.newerNoncurrentVersions: data loss: superseded versions are deleted sooner, from 5 to 2 versions that are spared: ${TOO}`,
    ],
    [
      "versions expire that didn't",
      {},
      { noncurrentVersionExpiration: { noncurrentDays: 7 } },
      "noncurrentVersionExpiration: data loss: superseded versions expire that so far were kept, those that exist, too",
    ],
    [
      "a prefix gets wider",
      {},
      { filter: { prefix: "a/" } },
      "filter.prefix: data loss: the rule now deletes objects that it left alone, from a/b/ to a/",
    ],
    [
      "a prefix is another",
      {},
      { filter: { prefix: "c/" } },
      "filter.prefix: data loss: the rule now deletes objects that it left alone, from a/b/ to c/",
    ],
    [
      "a rule is switched on",
      { status: "Disabled" },
      {},
      "status: data loss: a rule that deletes is switched on: S3 applies it to objects that exist, too",
    ],
  ])("when %s", (_what, before, after, line) => {
    expect(resourceLines(LIFECYCLE, rules(before), rules(after))).toEqual([`rules[id=it].${line}`]);
  });

  it("when a rule is added that deletes", () => {
    const { bucket, rules: all } = rules({});
    expect(resourceLines(LIFECYCLE, { bucket, rules: all.slice(1) }, { bucket, rules: all })).toEqual([
      "rules[id=it]: data loss: a rule is added that deletes: S3 applies it to objects that exist, too",
    ]);
  });

  it("when the first is set on a bucket that exists", () => {
    const bucket = resource("aws:s3/bucket:Bucket", "orders", { bucket: "orders" });
    expect(resourceLife(LIFECYCLE, rules({}), [bucket])).toEqual({
      added: "data loss: S3 now deletes objects that so far were kept for ever, those that exist, too",
      removed: "in place: nothing expires any more: objects are kept for ever",
    });
    expect(resourceLife(LIFECYCLE, rules({})).added).toBe("in place: it is made; nothing that exists changes");
  });
});

describe("a change of a lifecycle costs nothing", () => {
  it.each([
    ["objects expire later", {}, { expiration: { days: 60 } }],
    ["objects no longer expire", {}, { expiration: undefined }],
    [
      "versions no longer expire, of which some were spared",
      { noncurrentVersionExpiration: { noncurrentDays: 7, newerNoncurrentVersions: 2 } },
      { noncurrentVersionExpiration: undefined },
    ],
    ["they do at a later date", { expiration: { date: "2027-01-01" } }, { expiration: { date: "2030-01-01" } }],
    ["only marks of deletions go", { expiration: undefined }, { expiration: { expiredObjectDeleteMarker: true } }],
    [
      "more versions are spared",
      { noncurrentVersionExpiration: { noncurrentDays: 7 } },
      { noncurrentVersionExpiration: { noncurrentDays: 7, newerNoncurrentVersions: 2 } },
    ],
    ["a prefix gets narrower", {}, { filter: { prefix: "a/b/c/" } }],
    ["another condition comes", {}, { filter: { prefix: "a/b/", objectSizeGreaterThan: 1 } }],
    ["a rule is switched off", {}, { status: "Disabled" }],
    ["objects move to another class", {}, { transitions: [{ days: 7, storageClass: "GLACIER" }] }],
    ["a rule gets wider that is off", { status: "Disabled" }, { status: "Disabled", filter: { prefix: "" } }],
  ])("when %s", (_what, before, after) => {
    const [line, ...more] = resourceLines(LIFECYCLE, rules(before), rules(after));
    expect(more).toEqual([]);
    expect(line).toMatch(/: in place: no object is deleted sooner than before$/);
  });

  it("when a rule goes, or one comes that is off", () => {
    const { bucket, rules: all } = rules({
      status: "Disabled",
      noncurrentVersionExpiration: { newerNoncurrentVersions: 2 },
    });
    const [without, withIt] = [
      { bucket, rules: all.slice(1) },
      { bucket, rules: all },
    ];
    const line = "rules[id=it]: in place: no object is deleted sooner than before";
    expect(resourceLines(LIFECYCLE, withIt, without)).toEqual([line]);
    expect(resourceLines(LIFECYCLE, without, withIt)).toEqual([line]);
  });

  it("when only parts of uploads go, or a rule that never deletes", () => {
    const { bucket, rules: all } = rules({});
    const [deleting] = all;
    const without = { bucket, rules: [deleting] };
    expect(resourceLines(LIFECYCLE, without, { bucket, rules: all })).toEqual([
      "rules[id=parts]: in place: no object is deleted sooner than before",
    ]);
    expect(
      resourceLines(
        LIFECYCLE,
        rules({ abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } }),
        rules({ abortIncompleteMultipartUpload: { daysAfterInitiation: 1 } }),
      ),
    ).toEqual([
      "rules[id=it].abortIncompleteMultipartUpload.daysAfterInitiation: in place: only parts of uploads that were never completed are deleted",
    ]);
  });
});
