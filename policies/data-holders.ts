import type { ec2 } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { listAt } from "../charts/checks/object-readers";
import { INSTANCE_TYPES } from "../config/reference/instance-types";
import { isBlank, nothingShown } from "./blank";
import type { Estate } from "./estate";
import type { Resource } from "./resource";

/**
 * Types of AWS that hold data which nobody can make again: objects, volumes, databases, file systems; keys, without which what they encrypted is noise; a cluster, whose objects are
 * gone with it; log groups, because what happened doesn't happen again.
 *
 * Queues are not among them: a message is on its way, for minutes with the interruption queue and for 14 days at most, and the sender of what matters has it still. Nor are managed node
 * groups, whose nodes come and go.
 */
const TYPES: ReadonlySet<string> = new Set([
  "aws:s3/bucket:Bucket",
  "aws:kms/key:Key",
  "aws:eks/cluster:Cluster",
  "aws:cloudwatch/logGroup:LogGroup",
  "aws:ebs/volume:Volume",
  "aws:ebs/snapshot:Snapshot",
  "aws:efs/fileSystem:FileSystem",
  "aws:dynamodb/table:Table",
  "aws:rds/cluster:Cluster",
  "aws:rds/instance:Instance",
  "aws:secretsmanager/secret:Secret",
]);

/** Kinds of Kubernetes that hold data, or whose end ends data: Strimzi deletes a topic with its resource, Kubernetes everything in a namespace. */
const KINDS: ReadonlySet<string> = new Set([
  "Kafka",
  "KafkaNodePool",
  "KafkaTopic",
  "Namespace",
  "PersistentVolume",
  "PersistentVolumeClaim",
]);

/** Whether a resource holds data. */
export function holdsData(resource: Resource, estate: Estate): boolean {
  const { type, inputs } = resource;
  if (TYPES.has(type)) return true;
  if (type === "aws:autoscaling/group:Group") return hasLocalDisks(resource, estate);
  if (!type.startsWith("kubernetes:")) return false;
  // The type's token ends with the kind, which a blank resource has, too.
  const kind = type.split(":").at(-1) ?? "";
  if (KINDS.has(kind)) return true;
  if (kind === "StatefulSet" && isBlank(resource)) return nothingShown();
  return kind === "StatefulSet" && listAt(inputs, ["spec", "volumeClaimTemplates"]).length > 0;
}

/** An Auto Scaling group of instances with disks of their own: what is on them goes with the instance. */
function hasLocalDisks(group: Resource, estate: Estate): boolean {
  return estate
    .dependenciesOf<Unwrap<ec2.LaunchTemplateArgs>>(group, "aws:ec2/launchTemplate:LaunchTemplate")
    .some(({ inputs }) => (INSTANCE_TYPES[inputs.instanceType ?? ""]?.localDisksGb ?? []).length > 0);
}
