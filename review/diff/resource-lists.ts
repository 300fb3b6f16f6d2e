import type { ListMembers } from "./list-members";
import { by, type ListRow, SET } from "./list-row";

/** A single text stands for a list of one. */
const TEXTS: ListMembers = { by: "set", alone: true };

/** Lists in inputs of resources; see `merge-keys.ts`. */
export const RESOURCE_LISTS: readonly ListRow[] = [
  {
    lists: ["rules"],
    of: ["aws:s3/bucketLifecycleConfiguration:"],
    members: by("id"),
    source: "Amazon S3 API, LifecycleRule",
  },
  {
    lists: ["transitions", "noncurrentVersionTransitions"],
    of: ["aws:s3/"],
    members: by("storageClass"),
    source: "Amazon S3 API",
  },
  { lists: ["Statement"], of: ["aws:"], members: by("Sid"), source: 'IAM User Guide, "IAM JSON policy elements: Sid"' },
  {
    lists: [
      "Statement.Action",
      "Statement.NotAction",
      "Statement.Resource",
      "Statement.NotResource",
      "Principal.*",
      "Condition.*.*",
    ],
    of: ["aws:"],
    members: TEXTS,
    source: 'IAM User Guide, "IAM JSON policy elements reference"',
  },
  {
    lists: ["eventPattern.*", "eventPattern.*.*", "eventPattern.*.*.*"],
    of: ["aws:cloudwatch/eventRule:"],
    members: SET,
    source: 'Amazon EventBridge User Guide, "Event patterns" (one of them matches)',
  },
  {
    lists: ["tagSpecifications"],
    of: ["aws:"],
    members: by("resourceType"),
    source: "Amazon EC2 API, TagSpecification",
  },
  { lists: ["tags"], of: ["aws:autoscaling/"], members: by("key"), source: "Amazon EC2 Auto Scaling API, Tag" },
  {
    lists: [
      "enabledClusterLogTypes",
      "encryptionConfig.resources",
      "subnetIds",
      "securityGroupIds",
      "vpcSecurityGroupIds",
      "vpcZoneIdentifiers",
      "suspendedProcesses",
      "routeTableIds",
      "cidrBlocks",
      "ipv6CidrBlocks",
      "prefixListIds",
      "clientIdLists",
      "thumbprintLists",
      "ingress",
      "egress",
    ],
    of: ["aws:"],
    members: SET,
    source: "Terraform AWS provider, schemas (TypeSet), which pulumi-aws follows",
  },
  { lists: ["stdin"], of: ["command:"], members: by("kind", "metadata.name"), source: "what istioctl reads: objects" },
];
