import type { s3 } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { configurationsOf } from "../configurations";
import type { Estate } from "../estate";
import { type Resource, Unreadable } from "../resource";
import { type Problem, problem } from "../rule";

/** Types of a bucket: the present one, and the one by which version 6 of the provider called the same. */
export const BUCKETS = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"];

/** A bucket as a rule reads it. */
export type Bucket = Resource<Unwrap<s3.BucketArgs>>;

/** Settings of a bucket that are resources of their own, by the class that makes them. */
type SettingKind =
  | "BucketLifecycleConfiguration"
  | "BucketOwnershipControls"
  | "BucketPolicy"
  | "BucketPublicAccessBlock"
  | "BucketServerSideEncryptionConfiguration"
  | "BucketVersioning";

/**
 * The problems of a bucket with one of its settings. A bucket without the setting has one: what S3 does by default depends on the year in which the bucket was made. All of them are
 * judged where a bucket has several, because the last one that is applied counts.
 *
 * @param check says what is wrong with the setting, naming it
 */
export function settingProblems<Args>(
  bucket: Bucket,
  kind: SettingKind,
  estate: Estate,
  check: (setting: Resource<Unwrap<Args>>) => readonly string[],
): readonly Problem[] {
  const settings = settingsOf<Args>(bucket, kind, estate);
  const complaints = settings.length === 0 ? [`has no ${kind}`] : settings.flatMap((setting) => named(setting, check));
  return complaints.map((complaint) => problem("bucket", complaint));
}

function settingsOf<Args>(bucket: Bucket, kind: SettingKind, estate: Estate): readonly Resource<Unwrap<Args>>[] {
  const token = (name: string): string => `aws:s3/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
  return [token(kind), token(`${kind}V2`)].flatMap((type) => {
    const names = ({ bucket: name }: { readonly bucket?: unknown }) =>
      bucket.inputs.bucket === undefined ? undefined : name === bucket.inputs.bucket;
    return configurationsOf(bucket, { type, names }, estate) as unknown as Resource<Unwrap<Args>>[];
  });
}

/** An input that can't be read is one of the setting, not of the bucket that the verdict is about. */
function named<S extends Resource<unknown>>(setting: S, check: (setting: S) => readonly string[]): readonly string[] {
  try {
    return check(setting);
  } catch (error) {
    if (error instanceof Unreadable) throw new Unreadable(`${error.path} of ${setting.name}`, error.reason);
    throw error;
  }
}
