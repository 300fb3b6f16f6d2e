import { isMap, type Properties, textsAt, valuesAt } from "../../server/properties";
import type { CheckFailure } from "../../server/provider";
import { integer, oneOf, pattern } from "../input-rules";
import { policyDocument } from "../policy-document";
import { type Admission, type AwsType, byId, type Rule } from "../resource-type";
import { BUCKET, KEY } from "./tokens";

/** Characters of a bucket policy. Source: Amazon S3 User Guide, "Bucket policies" (20 KB). */
const BUCKET_POLICY_LIMIT = 20_480;

/** Days that an object stays in STANDARD before the infrequent-access classes take it. Source: S3 User Guide, "Transitioning objects". */
const LEAST_DAYS_BEFORE_INFREQUENT_ACCESS = 30;

/** Source: Amazon S3 User Guide, "General purpose bucket naming rules". */
const BUCKET_NAME: Rule = (value) => {
  const name = String(value);
  const problem = !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)
    ? "use 3 to 63 lower-case letters, digits, dots and hyphens, beginning and ending with a letter or digit"
    : name.includes("..")
      ? "two dots can't stand side by side"
      : /^\d+(\.\d+){3}$/.test(name)
        ? "a name can't look like an IP address"
        : /^(xn--|sthree-|amzn-s3-demo-)/.test(name) || /(-s3alias|--ols-s3|\.mrap|--x-s3|--table-s3)$/.test(name)
          ? "this prefix or suffix is reserved"
          : undefined;
  return problem === undefined ? undefined : `is ${JSON.stringify(name)}; ${problem}`;
};

const STORAGE_CLASS = oneOf(
  "GLACIER",
  "STANDARD_IA",
  "ONEZONE_IA",
  "INTELLIGENT_TIERING",
  "DEEP_ARCHIVE",
  "GLACIER_IR",
);

/** Buckets. Their names are taken in all of AWS. */
const BUCKET_TYPE: AwsType = {
  token: BUCKET,
  taggable: true,
  replacedBy: ["bucket", "bucketPrefix", "objectLockEnabled"],
  name: { input: "bucket", prefixInput: "bucketPrefix", within: "everywhere" },
  rules: { bucket: [BUCKET_NAME] },
  id: ({ text }) => text("bucket"),
  defaults: { forceDestroy: false, objectLockEnabled: false },
  outputs: ({ account, text }) => {
    const { partition, region, dnsSuffix } = account;
    const bucket = text("bucket");
    return {
      arn: `arn:${partition}:s3:::${bucket}`,
      bucketDomainName: `${bucket}.s3.${dnsSuffix}`,
      bucketRegion: region,
      bucketRegionalDomainName: `${bucket}.s3.${region}.${dnsSuffix}`,
    };
  },
};

/** A bucket's settings that are resources of their own: put on it, whatever was there. */
function setting(name: string, kind: string, more: Partial<AwsType>): AwsType {
  const { references = [], required = [], ...rest } = more;
  return {
    token: `aws:s3/${name}:${kind}`,
    put: true,
    required: ["bucket", ...required],
    replacedBy: ["bucket"],
    // S3 drops the settings with the bucket.
    references: [{ path: "bucket", to: byId(BUCKET), holds: false }, ...references],
    id: ({ text }) => text("bucket"),
    ...rest,
  };
}

/** All types of S3. */
export const S3_TYPES: readonly AwsType[] = [
  BUCKET_TYPE,
  setting("bucketPublicAccessBlock", "BucketPublicAccessBlock", {
    defaults: {
      blockPublicAcls: false,
      blockPublicPolicy: false,
      ignorePublicAcls: false,
      restrictPublicBuckets: false,
    },
  }),
  setting("bucketPolicy", "BucketPolicy", {
    required: ["policy"],
    rules: { policy: [policyDocument("resource", BUCKET_POLICY_LIMIT)] },
    admit: refuseForeignResource,
    json: ["policy"],
  }),
  setting("bucketVersioning", "BucketVersioning", {
    replacedBy: ["bucket", "expectedBucketOwner"],
    required: ["versioningConfiguration"],
    rules: { "versioningConfiguration.status": [oneOf("Enabled", "Suspended", "Disabled")] },
  }),
  setting("bucketLifecycleConfiguration", "BucketLifecycleConfiguration", {
    replacedBy: ["bucket", "expectedBucketOwner"],
    required: ["rules"],
    rules: {
      "rules.id": [pattern(/^.{1,255}$/, "1 to 255 characters")],
      "rules.status": [oneOf("Enabled", "Disabled")],
      "rules.expiration.days": [integer(1, 2_147_483_647)],
      "rules.noncurrentVersionExpiration.noncurrentDays": [integer(1, 2_147_483_647)],
      "rules.abortIncompleteMultipartUpload.daysAfterInitiation": [integer(1, 2_147_483_647)],
      "rules.transitions.storageClass": [STORAGE_CLASS],
      "rules.noncurrentVersionTransitions.storageClass": [STORAGE_CLASS],
    },
    check: lifecycleFailures,
    defaults: { transitionDefaultMinimumObjectSize: "all_storage_classes_128K" },
  }),
  setting("bucketServerSideEncryptionConfiguration", "BucketServerSideEncryptionConfiguration", {
    replacedBy: ["bucket", "expectedBucketOwner"],
    required: ["rules"],
    rules: {
      "rules.applyServerSideEncryptionByDefault.sseAlgorithm": [oneOf("AES256", "aws:kms", "aws:kms:dsse")],
    },
    references: [
      {
        path: "rules.applyServerSideEncryptionByDefault.kmsMasterKeyId",
        to: { [KEY]: ["arn", "id"] },
        except: /alias\//,
        holds: false,
      },
    ],
  }),
  setting("bucketOwnershipControls", "BucketOwnershipControls", {
    required: ["rule"],
    rules: { "rule.objectOwnership": [oneOf("BucketOwnerPreferred", "ObjectWriter", "BucketOwnerEnforced")] },
  }),
  setting("bucketLogging", "BucketLogging", {
    replacedBy: ["bucket", "expectedBucketOwner"],
    required: ["targetBucket", "targetPrefix"],
    references: [{ path: "targetBucket", to: byId(BUCKET), holds: false }],
  }),
];

/** A bucket policy speaks about its own bucket. Source: S3 error MalformedPolicy, "Policy has invalid resource". */
function refuseForeignResource({ account, inputs }: Admission): string | undefined {
  const own = `arn:${account.partition}:s3:::${inputs.bucket}`;
  const document = JSON.parse(String(inputs.policy)) as Properties;
  const foreign = textsAt(document, "Statement.Resource").find((name) => name !== own && !name.startsWith(`${own}/`));
  return foreign === undefined ? undefined : `policy names ${foreign}; allowed are ${own} and what begins with ${own}/`;
}

/** What S3 refuses between the rules of a bucket and between the steps of a rule. Source: Amazon S3 API, PutBucketLifecycleConfiguration. */
function lifecycleFailures(inputs: Properties): readonly CheckFailure[] {
  const ids = textsAt(inputs, "rules.id");
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  const failures =
    twice === undefined ? [] : [{ property: "rules", reason: `rule id ${twice} is given twice; ids are unique` }];
  const steps = valuesAt(inputs, "rules")
    .filter(isMap)
    .flatMap((rule) => {
      const [expiration] = valuesAt(rule, "expiration.days").map(Number);
      return valuesAt(rule, "transitions")
        .filter(isMap)
        .flatMap((step) => stepProblems(step, expiration));
    });
  return [...failures, ...steps.map((reason) => ({ property: "rules", reason }))];
}

function stepProblems({ storageClass, days }: Properties, expiration: number | undefined): readonly string[] {
  if (typeof days !== "number") return [];
  const problems: string[] = [];
  if (/_IA$/.test(String(storageClass)) && days < LEAST_DAYS_BEFORE_INFREQUENT_ACCESS) {
    problems.push(
      `transition to ${storageClass} after ${days} days; allowed is from ${LEAST_DAYS_BEFORE_INFREQUENT_ACCESS} days`,
    );
  }
  if (expiration !== undefined && days >= expiration) {
    problems.push(`transition after ${days} days, but objects expire after ${expiration}; transitions come first`);
  }
  return problems;
}
