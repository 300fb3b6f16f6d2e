import type { k8s } from "cdk8s-plus-29";
import { roleArn } from "../../config/derived/role-names";
import type { PlatformWith } from "../../config/parts";
import type { KubeObject } from "../kube-object";

/** Name of the schedule, and beginning of the name of each of its backups. */
export const DAILY_BACKUP = "daily";

/**
 * Velero's daily backup: the objects of all namespaces, and snapshots of the EBS volumes of pods. Of two documents the later one has 03:00 UTC; the other's 02:12 is when an earlier
 * backup ended.
 *
 * A backup doesn't belong to its schedule: deleting this one leaves what it has made until that expires.
 *
 * Source: document 001, section 11 (daily, all namespaces, 03:00 UTC); document 002, section 14; velero 1.15, Schedule API.
 */
export function backupSchedule({ maintenance, addOns }: PlatformWith<"addOns.velero" | "maintenance">): KubeObject {
  const { schedule, ttl } = maintenance.backups;
  return {
    apiVersion: "velero.io/v1",
    kind: "Schedule",
    metadata: { name: DAILY_BACKUP, namespace: addOns.releases.velero.namespace },
    spec: {
      schedule,
      useOwnerReferencesInBackup: false,
      template: {
        ttl: `${ttl.hours}h`,
        includedNamespaces: ["*"],
        storageLocation: "default",
        snapshotVolumes: true,
      },
    },
  };
}

/**
 * The service account with which WAL-G, in the pods of the database, archives to its bucket. The database itself isn't this stack's.
 *
 * @throws {Error} when the identity isn't there; a check of the stack file has said so before
 */
export function databaseAccount(platform: PlatformWith<"maintenance">): k8s.KubeServiceAccountProps {
  const { databaseIdentity } = platform.maintenance;
  const identity = platform.storage.identities[databaseIdentity];
  if (identity === undefined) throw new Error(`vantage:maintenance.databaseIdentity: no identity ${databaseIdentity}`);
  const annotations = { "eks.amazonaws.com/role-arn": roleArn(platform, databaseIdentity) };
  return { metadata: { name: identity.serviceAccount, namespace: identity.namespace, annotations } };
}
