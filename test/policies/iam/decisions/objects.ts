import { type DocumentedCall, rowsOf, type WithheldCall } from "./decision-table";
import { PLAIN_HTTP } from "./prod-names";

const BACKUPS = "arn:aws:s3:::vantage-backups";
const LAKE = "arn:aws:s3:::vantage-data-lake";
const ANALYTICS = "arn:aws:s3:::vantage-analytics";
const VELERO = "arn:aws:s3:::vantage-velero-backups";
const WAL = "arn:aws:s3:::vantage-wal-g-backups";

/** Who puts what under which prefix, what it does with it later, and neighbours that it must not touch. */
const PUTS = [
  {
    who: "redis-backup",
    what: "a snapshot",
    on: `${BACKUPS}/redis/prod/2024-01-01/shard-0.rdb`,
    elsewhere: `${BACKUPS}/redis/staging/2024-01-01/shard-0.rdb`,
    otherBucket: `${VELERO}/redis/prod/2024-01-01/shard-0.rdb`,
    otherEncryption: "aws:kms",
    later: [],
    source: "document 000, section 2, Pre-upgrade backup",
  },
  {
    who: "kafka-connect",
    what: "events of a topic",
    on: `${LAKE}/events/vantage-order-events/part-0.json`,
    elsewhere: `${LAKE}/models/part-0.json`,
    otherBucket: `${ANALYTICS}/events/vantage-order-events/part-0.json`,
    otherEncryption: "AES256",
    later: [],
    source: "stack file, storage.identities.kafka-connect",
  },
  {
    who: "kafka-connect",
    what: "logs of applications",
    on: `${LAKE}/logs/vantage-application-logs/part-0.json`,
    elsewhere: `${LAKE}/logs-of-others/part-0.json`,
    otherBucket: `${BACKUPS}/logs/vantage-application-logs/part-0.json`,
    otherEncryption: "AES256",
    later: [],
    source: "stack file, storage.identities.kafka-connect",
  },
  {
    who: "analytics",
    what: "a daily report",
    on: `${ANALYTICS}/daily/2024-01-01.parquet`,
    elsewhere: `${ANALYTICS}/yearly/2024.parquet`,
    otherBucket: `${LAKE}/daily/2024-01-01.parquet`,
    otherEncryption: "AES256",
    later: ["s3:GetObject"],
    source: "stack file, storage.identities.analytics",
  },
  {
    who: "wal-g",
    what: "a segment of the log",
    on: `${WAL}/user-profile-db/wal_005/000000010000000000000001.br`,
    elsewhere: `${WAL}/orders-db/wal_005/000000010000000000000001.br`,
    otherBucket: `${BACKUPS}/user-profile-db/wal_005/000000010000000000000001.br`,
    otherEncryption: "AES256",
    later: ["s3:GetObject", "s3:DeleteObject"],
    source: "stack file, storage.identities.wal-g",
  },
  {
    who: "velero",
    what: "a backup of objects",
    on: `${VELERO}/backups/nightly/velero-backup.json`,
    elsewhere: `${WAL}/backups/nightly/velero-backup.json`,
    otherBucket: `${BACKUPS}/backups/nightly/velero-backup.json`,
    otherEncryption: "AES256",
    later: ["s3:GetObject", "s3:DeleteObject"],
    source: "velero-plugin-for-aws, README.md",
  },
] as const;

/** What goes with a put in parts. */
const AROUND = ["s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"];

/** What only some may do later, and what nobody may. */
const LATER = ["s3:GetObject", "s3:DeleteObject"];
const NEVER = ["s3:DeleteObjectVersion", "s3:PutObjectAcl"];

const TRANSPORT = {
  "over plain HTTP": { with: PLAIN_HTTP },
  "over TLS 1.1": { with: { "s3:TlsVersion": "1.1" } },
};

const CALLS: readonly DocumentedCall[] = PUTS.flatMap((put): DocumentedCall[] => {
  const { who, what, on, elsewhere, otherBucket, otherEncryption, later, source } = put;
  return [
    {
      who,
      call: "s3:PutObject",
      on,
      what: `put of ${what}`,
      source,
      denied: {
        "under another prefix": { on: elsewhere },
        "in another bucket": { on: otherBucket },
        "with another encryption": { with: { "s3:x-amz-server-side-encryption": otherEncryption } },
        ...TRANSPORT,
      },
    },
    ...[...AROUND, ...later].map((call) => ({
      who,
      call,
      on,
      what,
      source,
      denied: { "under another prefix": { on: elsewhere }, "over plain HTTP": { with: PLAIN_HTTP } },
    })),
  ];
});

const WITHHELD: readonly WithheldCall[] = PUTS.flatMap(({ who, what, on, later, source }) =>
  [...NEVER, ...LATER.filter((call) => !(later as readonly string[]).includes(call))].map((call) => ({
    who,
    call,
    on,
    what: `${what} that it only puts`,
    source,
  })),
);

/** Backups and data: jobs put them under their own prefix. */
export const OBJECTS = rowsOf(CALLS, WITHHELD);
