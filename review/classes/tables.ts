import { isOf } from "../diff/merge-keys";
import { BUCKET_ROWS } from "./aws/buckets";
import { CLUSTER_ROWS } from "./aws/cluster";
import { LAUNCH_TEMPLATE_ROWS } from "./aws/launch-templates";
import { LIFECYCLE_ROWS } from "./aws/lifecycle";
import { NODE_GROUP_ROWS } from "./aws/node-groups";
import { PROVIDER_ROWS } from "./aws/providers";
import { RIGHTS_ROWS } from "./aws/rights";
import { STORE_ROWS } from "./aws/stores";
import { ACCESS_ROWS } from "./objects/access";
import { AVAILABILITY_ROWS } from "./objects/availability";
import { BACKUP_ROWS } from "./objects/backups";
import { CONFIGURATION_ROWS } from "./objects/configuration";
import { ISTIO_ROWS } from "./objects/istio";
import { JOB_ROWS } from "./objects/jobs";
import { KAFKA_ROWS } from "./objects/kafka";
import { KAFKA_TOPIC_ROWS } from "./objects/kafka-topics";
import { KARPENTER_ROWS } from "./objects/karpenter";
import { NAMESPACE_ROWS } from "./objects/namespaces";
import { PEER_AUTHENTICATION_ROWS } from "./objects/peer-authentications";
import { REDIS_ROWS } from "./objects/redis";
import { SERVICE_ROWS } from "./objects/services";
import { VOLUME_ROWS } from "./objects/volumes";
import { WORKLOAD_ROWS } from "./objects/workloads";
import type { FieldRow, LifeRow, TypeRows } from "./row";

/** All tables of what a change does. Of rows about the same thing the first counts: Redis's settings come before other ConfigMaps. */
export const TABLES: readonly TypeRows[] = [
  ...BUCKET_ROWS,
  ...LIFECYCLE_ROWS,
  ...STORE_ROWS,
  ...CLUSTER_ROWS,
  ...NODE_GROUP_ROWS,
  ...LAUNCH_TEMPLATE_ROWS,
  ...RIGHTS_ROWS,
  ...PROVIDER_ROWS,
  ...REDIS_ROWS,
  ...CONFIGURATION_ROWS,
  ...WORKLOAD_ROWS,
  ...JOB_ROWS,
  ...AVAILABILITY_ROWS,
  ...SERVICE_ROWS,
  ...VOLUME_ROWS,
  ...NAMESPACE_ROWS,
  ...ACCESS_ROWS,
  ...KAFKA_ROWS,
  ...KAFKA_TOPIC_ROWS,
  ...KARPENTER_ROWS,
  ...PEER_AUTHENTICATION_ROWS,
  ...ISTIO_ROWS,
  ...BACKUP_ROWS,
];

/** What the tables know of the fields of a type, in the order in which it counts. */
export function fieldRows(type: string): readonly FieldRow[] {
  return TABLES.filter(({ of }) => isOf(type, of)).flatMap(({ fields = [] }) => fields);
}

/** What the tables know of adding or removing things of a type, in the order in which it counts. */
export function lifeRows(type: string, operation: "added" | "removed"): readonly LifeRow[] {
  return TABLES.filter(({ of }) => isOf(type, of)).flatMap((rows) => rows[operation] ?? []);
}
