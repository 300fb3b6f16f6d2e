import { changeInputs, type Mutations, removeResources } from "./mutation";
import { changeStatements } from "./policy-statements";

const BUCKET = "aws:s3/bucket:Bucket";
const ENCRYPTION = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const OWNERSHIP = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
const POLICY = "aws:s3/bucketPolicy:BucketPolicy";
const PUBLIC_ACCESS = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const VERSIONING = "aws:s3/bucketVersioning:BucketVersioning";

/** What the rules about buckets have to catch. */
export const storageMutations: Mutations = {
  "s3-encryption": [
    { what: "a bucket's encryption taken away", change: removeResources(ENCRYPTION, /analytics/) },
    {
      what: "a bucket with KMS and no bucket key",
      change: changeInputs(ENCRYPTION, ({ rules }) => delete rules[0].bucketKeyEnabled, /data-lake/),
    },
    {
      what: "a bucket with the key of AWS",
      change: changeInputs(
        ENCRYPTION,
        ({ rules }) => delete rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId,
        /velero/,
      ),
    },
  ],
  "s3-force-destroy": [
    {
      what: "a bucket that is emptied when it leaves the program",
      change: changeInputs(BUCKET, (inputs) => {
        inputs.forceDestroy = true;
      }),
    },
  ],
  "s3-incomplete-uploads": [
    {
      what: "a lifecycle that keeps broken uploads",
      change: changeInputs(LIFECYCLE, (inputs) => {
        inputs.rules.pop();
      }),
    },
    {
      what: "the rule about broken uploads turned off",
      change: changeInputs(LIFECYCLE, ({ rules }) => Object.assign(rules.at(-1), { status: "Disabled" }), /wal-g/),
    },
  ],
  "s3-ownership": [
    {
      what: "access lists turned on",
      change: changeInputs(OWNERSHIP, ({ rule }) => Object.assign(rule, { objectOwnership: "ObjectWriter" })),
    },
    { what: "a bucket's ownership left to its age", change: removeResources(OWNERSHIP, /velero/) },
  ],
  "s3-public-access": [
    {
      what: "a bucket whose policy may be public",
      change: changeInputs(PUBLIC_ACCESS, (inputs) => {
        inputs.restrictPublicBuckets = false;
      }),
    },
    { what: "a bucket's block taken away", change: removeResources(PUBLIC_ACCESS, /pulumi-state/) },
  ],
  "s3-retention": [
    {
      what: "WAL-G's backups kept a day too short",
      change: changeInputs(LIFECYCLE, ({ rules }) => Object.assign(rules[0].expiration, { days: 29 }), /wal-g/),
    },
    {
      what: "Velero's backups expired by S3 before Velero does it",
      change: changeInputs(LIFECYCLE, ({ rules }) => Object.assign(rules[0].expiration, { days: 30 }), /velero/),
    },
    {
      what: "events of the data lake, promised for good, expired after a year",
      change: changeInputs(
        LIFECYCLE,
        ({ rules }) => Object.assign(rules[0], { expiration: { days: 365 } }),
        /data-lake/,
      ),
    },
    {
      what: "copies of the state kept for good",
      change: changeInputs(LIFECYCLE, ({ rules }) => delete rules[0].expiration, /pulumi-state/),
    },
    {
      what: "superseded versions kept for good",
      change: changeInputs(LIFECYCLE, ({ rules }) => delete rules[0].noncurrentVersionExpiration, /analytics/),
    },
    {
      what: "a lifecycle narrowed to some keys",
      change: changeInputs(LIFECYCLE, ({ rules }) => Object.assign(rules[0], { filter: { prefix: "wal/" } }), /wal-g/),
    },
    {
      what: "a bucket of which nothing was promised",
      change: changeInputs(BUCKET, (inputs) => {
        inputs.bucket = `${inputs.bucket}-2`;
      }),
    },
  ],
  "s3-tls-only": [
    {
      what: "objects open to plain HTTP",
      change: changeStatements(POLICY, (statement) => {
        if (statement.Sid === "DenyPlainHttp") statement.Resource.pop();
      }),
    },
    {
      what: "plain HTTP refused to one account only",
      change: changeStatements(POLICY, (statement) => {
        if (statement.Sid === "DenyPlainHttp") statement.Principal = { AWS: "123456789012" };
      }),
    },
    { what: "a bucket's policy taken away", change: removeResources(POLICY, /wal-g/) },
  ],
  "s3-versioning": [
    {
      what: "versioning suspended",
      change: changeInputs(VERSIONING, ({ versioningConfiguration }) =>
        Object.assign(versioningConfiguration, { status: "Suspended" }),
      ),
    },
    { what: "a bucket's versioning taken away", change: removeResources(VERSIONING, /velero/) },
  ],
};
