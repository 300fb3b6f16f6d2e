import { VELERO_IDENTITY } from "../../config/reference/velero";
import { awayFromDataNodes } from "./placement";
import { containerResources } from "./resources";
import { roleAnnotation, type ValuesContext } from "./values";

/** Plugin that stores backups in S3, at the release that belongs to Velero 1.15. Source: velero-plugin-for-aws, README, Compatibility. */
export const AWS_PLUGIN_IMAGE = "velero/velero-plugin-for-aws:v1.11.1";

/** When the daily backup starts, in UTC. Source: document 001, section 11 (03:00 UTC, all namespaces). */
export const DAILY_BACKUP_SCHEDULE = "0 3 * * *";

/** How long a backup can be restored: 30 days, as for all backups of workloads. The bucket keeps the objects a week longer: Velero finds by them what it has to delete. */
export const BACKUP_TTL = "720h";

/**
 * Values of chart velero: the objects of all namespaces, every day, in the bucket of its identity, and snapshots of the EBS volumes of pods. Local
 * volumes are left out: there is nothing to take a snapshot of, Kafka replicates them. No secret: the service account takes a role.
 *
 * Source: vmware-tanzu/helm-charts, charts/velero/values.yaml.
 */
export function veleroValues(context: ValuesContext) {
  const { platform } = context;
  const identity = platform.storage.identities[VELERO_IDENTITY];
  if (identity === undefined) {
    throw new Error(`vantage:storage.identities: no identity "${VELERO_IDENTITY}"; Velero needs one with a bucket`);
  }
  return {
    initContainers: [
      {
        name: "velero-plugin-for-aws",
        image: AWS_PLUGIN_IMAGE,
        volumeMounts: [{ name: "plugins", mountPath: "/target" }],
      },
    ],
    configuration: {
      backupStorageLocation: [
        {
          name: "default",
          provider: "aws",
          default: true,
          bucket: identity.bucket,
          config: { region: platform.aws.region },
        },
      ],
      volumeSnapshotLocation: [{ name: "default", provider: "aws", config: { region: platform.aws.region } }],
    },
    snapshotsEnabled: true,
    deployNodeAgent: false,
    credentials: { useSecret: false },
    serviceAccount: {
      server: { create: true, name: identity.serviceAccount, annotations: roleAnnotation(VELERO_IDENTITY, context) },
    },
    schedules: {
      daily: {
        schedule: DAILY_BACKUP_SCHEDULE,
        useOwnerReferencesInBackup: false,
        template: { ttl: BACKUP_TTL, includedNamespaces: ["*"], storageLocation: "default", snapshotVolumes: true },
      },
    },
    // The job would pull an image of kubectl whose versioned tags its publisher withdrew; the definitions come with the chart itself.
    upgradeCRDs: false,
    affinity: awayFromDataNodes(platform),
    resources: containerResources("500m", "256Mi", "512Mi"),
  };
}
