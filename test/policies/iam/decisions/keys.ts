import { type Context, type DocumentedCall, rowsOf } from "./decision-table";
import { key, REGION } from "./prod-names";

const THROUGH_EC2: Context = { "kms:ViaService": `ec2.${REGION}.amazonaws.com` };
const FOR_AWS: Context = { "kms:GrantIsForAWSResource": "true" };

/** What S3 says when it asks for a key on behalf of a bucket's user. */
const forBucket = (bucket: string): Context => ({
  "kms:ViaService": `s3.${REGION}.amazonaws.com`,
  "kms:EncryptionContext:aws:s3:arn": `arn:aws:s3:::${bucket}`,
});

const BUCKET_USERS = [
  ["kafka-connect", "vantage-data-lake"],
  ["analytics", "vantage-analytics"],
  ["velero", "vantage-velero-backups"],
  ["wal-g", "vantage-wal-g-backups"],
] as const;

const BUCKET_KEYS: readonly DocumentedCall[] = BUCKET_USERS.flatMap(([who, bucket]) =>
  ["kms:GenerateDataKey", "kms:Decrypt"].map((call) => ({
    who,
    call,
    on: key("data"),
    what: `the key of ${bucket}, through S3`,
    with: forBucket(bucket),
    source: "S3 user guide, SSE-KMS with bucket keys",
    denied: {
      "for another bucket": { with: forBucket("vantage-pulumi-state-backups") },
      "by itself": { with: { "kms:EncryptionContext:aws:s3:arn": `arn:aws:s3:::${bucket}` } },
      "or rather the key of Secrets": { on: key("secrets") },
    },
  })),
);

/** The role that the key itself lets in; the others have the right of their own policies. */
const LAUNCHER = "karpenter-controller";

/** Who makes volumes and instances: EC2 asks with their permissions, then holds the key by a grant. */
const VOLUME_KEYS: readonly DocumentedCall[] = [LAUNCHER, "ebs-csi-driver", "velero"].flatMap((who) => [
  {
    who,
    call: "kms:Decrypt",
    on: key("data"),
    what: "the volumes' key, through EC2",
    with: THROUGH_EC2,
    source: "EKS user guide, EBS CSI driver; EBS user guide, encryption",
    denied: {
      "by itself": { with: {} },
      "through another service": { with: { "kms:ViaService": `rds.${REGION}.amazonaws.com` } },
      "or rather the key of Secrets": { on: key("secrets") },
      "or rather the key of logs": { on: key("logs") },
      ...(who === LAUNCHER ? { "or rather by another workload": { who: "fluent-bit" } } : {}),
    },
  },
  {
    who,
    call: "kms:CreateGrant",
    on: key("data"),
    what: "a grant for EC2 to keep the volume open",
    with: { ...THROUGH_EC2, ...FOR_AWS },
    source: "EBS user guide, encryption",
    denied: {
      "or rather for someone who is no service": { with: { ...THROUGH_EC2, "kms:GrantIsForAWSResource": "false" } },
      "by itself": { with: FOR_AWS },
      "or rather on the key of Secrets": { on: key("secrets") },
      ...(who === LAUNCHER ? { "or rather by another workload": { who: "fluent-bit" } } : {}),
    },
  },
]);

/** Use of keys, through the service that asks for them and not otherwise. */
export const KEYS = rowsOf(
  [...BUCKET_KEYS, ...VOLUME_KEYS],
  [
    {
      who: "redis-backup",
      call: "kms:GenerateDataKey",
      on: key("data"),
      what: "a key that its bucket doesn't use",
      with: forBucket("vantage-backups"),
      source: "stack file, storage.buckets.vantage-backups",
    },
  ],
);
