import type { Difference } from "../../diff/compare";
import { fromTo, lowered, numberOf } from "../amounts";
import type { LifeRow, TypeRows } from "../row";

/** What SQS takes where nothing is given, in seconds: 4 days. Source: Amazon SQS API, SetQueueAttributes. */
const DEFAULT_RETENTION_SECONDS = 345_600;

/** What deleting something that holds data does. */
function gone(reason: string, source: string): readonly LifeRow[] {
  return [{ class: "data loss", reason, source }];
}

/** What changes of keys, log groups, queues, volumes and databases do. */
export const STORE_ROWS: readonly TypeRows[] = [
  {
    of: ["aws:kms/key:Key"],
    removed: gone(
      "KMS deletes the key after its waiting time, and what it encrypted can't be read any more",
      'AWS KMS Developer Guide, "Deleting AWS KMS keys"',
    ),
    fields: [
      {
        path: ["isEnabled"],
        when: ({ after }) => after === false,
        class: "replacement",
        reason: "what the key encrypted can't be read until it is switched on again",
        source: 'AWS KMS Developer Guide, "Enabling and disabling keys"',
      },
      {
        path: ["deletionWindowInDays"],
        class: "in place",
        reason: "nothing is deleted now: it is how long KMS waits when somebody deletes the key",
        source: "AWS KMS API, ScheduleKeyDeletion",
      },
    ],
  },
  {
    of: ["aws:cloudwatch/logGroup:LogGroup"],
    removed: gone("its log events go with it", "CloudWatch Logs API, DeleteLogGroup"),
    fields: [
      {
        path: ["retentionInDays"],
        when: retainsLess,
        class: "data loss",
        reason: (change) => `log events older than that are deleted, ${fromTo(change, "days")}`,
        source: "CloudWatch Logs API, PutRetentionPolicy (0 is for ever)",
      },
    ],
  },
  {
    of: ["aws:sqs/queue:Queue"],
    removed: gone("the messages that wait in it go with it", "Amazon SQS API, DeleteQueue"),
    fields: [
      {
        path: ["messageRetentionSeconds"],
        when: (change) => lowered(change, DEFAULT_RETENTION_SECONDS),
        class: "data loss",
        reason: (change) =>
          `messages that wait longer are deleted, ${fromTo(change, "seconds")}, and those that do so now at once`,
        source: "Amazon SQS API, SetQueueAttributes, MessageRetentionPeriod",
      },
    ],
  },
  {
    of: ["aws:ebs/volume:Volume"],
    removed: gone("what is on it goes with it", "Amazon EC2 API, DeleteVolume"),
    fields: [
      {
        path: ["size"],
        when: (change) => lowered(change, 0),
        class: "data loss",
        reason: "EBS can't make a volume smaller: it is replaced by an empty one",
        source: 'Amazon EBS User Guide, "Requirements for Amazon EBS volume modifications"',
        replaces: true,
      },
    ],
  },
  {
    of: ["aws:ebs/snapshot:Snapshot"],
    removed: gone("the state that it keeps goes with it", "Amazon EC2 API, DeleteSnapshot"),
  },
  { of: ["aws:efs/fileSystem:FileSystem"], removed: gone("its files go with it", "Amazon EFS API, DeleteFileSystem") },
  { of: ["aws:dynamodb/table:Table"], removed: gone("its items go with it", "Amazon DynamoDB API, DeleteTable") },
  {
    of: ["aws:rds/cluster:Cluster", "aws:rds/instance:Instance"],
    removed: gone(
      "its data and its automated backups go with it",
      "Amazon RDS API, DeleteDBCluster and DeleteDBInstance",
    ),
  },
  {
    of: ["aws:secretsmanager/secret:Secret"],
    removed: gone("its value goes with it", "AWS Secrets Manager API, DeleteSecret"),
  },
];

/** Days of a log group: none, and 0, are for ever. */
function retainsLess({ before, after }: Difference): boolean {
  const days = (value: Difference["before"]) => numberOf(value, 0) || Number.POSITIVE_INFINITY;
  return days(after) < days(before);
}
