import { canonical } from "../../diff/canonical";
import { wasProtected } from "../protection";
import type { TypeRows } from "../row";

/** What changes of buckets and of their versions do; what deletes objects by their age is in `lifecycle.ts`. */
export const BUCKET_ROWS: readonly TypeRows[] = [
  {
    of: ["aws:s3/bucket:Bucket"],
    removed: [
      {
        class: "data loss",
        reason: "its objects and all their versions go with it",
        source: "Amazon S3 API, DeleteBucket",
      },
    ],
    fields: [
      {
        path: ["forceDestroy"],
        when: ({ after }, subject) => after === true && wasProtected(subject),
        class: "data loss",
        reason:
          "nothing is deleted now, but from now on a deletion of the bucket, which is protected, takes its objects along",
        source: "Terraform AWS provider, aws_s3_bucket, force_destroy",
      },
      {
        path: ["forceDestroy"],
        when: ({ after }) => after === true,
        class: "in place",
        reason: "nothing is deleted now, but from now on a deletion of the bucket takes its objects along",
        source: "Terraform AWS provider, aws_s3_bucket, force_destroy",
      },
    ],
  },
  {
    of: ["aws:s3/bucketVersioning:BucketVersioning"],
    removed: [versioningOff()],
    fields: [
      {
        ...versioningOff(),
        path: ["versioningConfiguration"],
        when: ({ before, after }) => canonical(before).includes('"Enabled"') || !canonical(after).includes('"Enabled"'),
      },
    ],
  },
];

function versioningOff() {
  return {
    class: "in place",
    reason: "what is overwritten or deleted from now on can't be brought back; versions that exist stay",
    source: 'Amazon S3 User Guide, "Retaining multiple versions of objects with S3 Versioning"',
  } as const;
}
