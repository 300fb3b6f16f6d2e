import { type Context, type DocumentedCall, rowsOf, type WithheldCall } from "./decision-table";
import { PLAIN_HTTP, STRANGER } from "./prod-names";

/** Who uses which bucket, and the prefix under which it may look; without one it may look at all. */
const USERS = [
  { who: "redis-backup", bucket: "vantage-backups", prefix: "redis/prod/", other: "redis/staging/" },
  { who: "kafka-connect", bucket: "vantage-data-lake", prefix: "events/vantage-order-events/", other: "models/" },
  { who: "analytics", bucket: "vantage-analytics", prefix: "daily/", other: "yearly/" },
  { who: "wal-g", bucket: "vantage-wal-g-backups", prefix: "user-profile-db/", other: "orders-db/" },
  { who: "velero", bucket: "vantage-velero-backups" },
] as const;

const NEIGHBOUR = "arn:aws:s3:::vantage-pulumi-state-backups";
/** Every bucket with the encryption that is its own. Source: stack file, storage.buckets. */
const ENCRYPTION = [
  ["vantage-backups", "AES256"],
  ["vantage-data-lake", "aws:kms"],
  ["vantage-analytics", "aws:kms"],
  ["vantage-wal-g-backups", "aws:kms"],
  ["vantage-velero-backups", "aws:kms"],
  ["vantage-pulumi-state-backups", "aws:kms"],
] as const;
const source = (who: string): string => `stack file, storage.identities.${who}`;

const USES: readonly DocumentedCall[] = USERS.flatMap(({ who, bucket, ...where }): DocumentedCall[] => [
  {
    who,
    call: "s3:GetBucketLocation",
    on: `arn:aws:s3:::${bucket}`,
    what: "the region of its bucket",
    source: source(who),
    denied: { "or rather of another": { on: NEIGHBOUR } },
  },
  {
    who,
    call: "s3:ListBucket",
    on: `arn:aws:s3:::${bucket}`,
    what: "a list of its own objects",
    ...("prefix" in where ? { with: { "s3:prefix": where.prefix } } : {}),
    source: source(who),
    denied: {
      "in another bucket": { on: NEIGHBOUR },
      ...("prefix" in where
        ? { "under another prefix": { with: { "s3:prefix": where.other } }, "of the whole bucket": { with: {} } }
        : {}),
    },
  },
]);

/** What buckets refuse to everyone, shown with someone who may do everything. */
const REFUSALS: readonly DocumentedCall[] = ENCRYPTION.flatMap(([bucket, own]) => {
  const put = { who: "administrator", call: "s3:PutObject", on: `arn:aws:s3:::${bucket}/by-hand` };
  const asks = (algorithm: string): Context => ({ "s3:x-amz-server-side-encryption": algorithm });
  return [
    {
      ...put,
      what: `put in ${bucket} by hand`,
      source: "document 000, section 2, encryption and TLS",
      denied: {
        "over plain HTTP": { with: PLAIN_HTTP },
        "over TLS 1.1": { with: { "s3:TlsVersion": "1.1" } },
        "from another account": { who: `arn:aws:sts::${STRANGER}:assumed-role/anyone/session` },
      },
    },
    {
      ...put,
      what: `put in ${bucket} that asks for ${own}`,
      with: asks(own),
      source: "S3 user guide, x-amz-server-side-encryption",
      denied: { "or rather for another": { with: asks("aws:kms:dsse") } },
    },
  ];
});

const WITHHELD: readonly WithheldCall[] = [
  "s3:PutBucketPolicy",
  "s3:PutLifecycleConfiguration",
  "s3:DeleteBucket",
].flatMap((call) =>
  USERS.map(({ who, bucket }) => ({
    who,
    call,
    on: `arn:aws:s3:::${bucket}`,
    what: "the bucket itself",
    source: source(who),
  })),
);

/** Buckets as a whole. */
export const BUCKETS = rowsOf([...USES, ...REFUSALS], WITHHELD);
