import { lifecycleRules } from "../../../infra/storage/lifecycle";
import { prodPlatform } from "../prod-platform";

const { buckets } = prodPlatform().storage;
const rulesOf = (name: string) => lifecycleRules(buckets[name] ?? { lifecycle: [] });
const ABORT = {
  id: "abort-incomplete-multipart-uploads",
  status: "Enabled",
  filter: { prefix: "" },
  abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
};

describe("lifecycleRules", () => {
  it("keeps Redis snapshots 30 days by rule s3-redis-backup-lifecycle (000, section 2)", () => {
    expect(rulesOf("vantage-backups")).toEqual([
      {
        id: "s3-redis-backup-lifecycle",
        status: "Enabled",
        filter: { prefix: "redis/" },
        expiration: { days: 30 },
        noncurrentVersionExpiration: { noncurrentDays: 7 },
      },
      ABORT,
    ]);
  });

  it("keeps copies of the state 90 days", () => {
    expect(rulesOf("vantage-pulumi-state-backups")[0]).toMatchObject({ expiration: { days: 90 } });
  });

  it("keeps data without expiration for ever, superseded versions 30 days, and no marker with nothing behind it", () => {
    expect(rulesOf("vantage-data-lake")).toEqual([
      {
        id: "superseded-objects",
        status: "Enabled",
        filter: { prefix: "" },
        expiration: { expiredObjectDeleteMarker: true },
        noncurrentVersionExpiration: { noncurrentDays: 30 },
      },
      ABORT,
    ]);
  });

  it("ends abandoned uploads in a bucket without any rule of its own", () => {
    expect(lifecycleRules({ lifecycle: [] })).toEqual([ABORT]);
  });

  it.each(Object.keys(buckets))("never gives days and the marker's removal together, which S3 refuses: %s", (name) => {
    const expirations = rulesOf(name).flatMap(({ expiration }) => (expiration === undefined ? [] : [expiration]));
    expect(expirations.map((expiration) => Object.keys(expiration).length)).toEqual([1]);
  });
});
