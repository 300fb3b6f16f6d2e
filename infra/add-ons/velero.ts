import { VELERO_IDENTITY } from "../../config/reference/velero";
import { awayFromDataNodes } from "./placement";
import { containerResources } from "./resources";
import { roleAnnotation, type ValuesContext } from "./values";

/** Plugin that stores backups in S3, at the release that belongs to Velero 1.15. Source: velero-plugin-for-aws, README, Compatibility. */
export const AWS_PLUGIN_IMAGE = "velero/velero-plugin-for-aws:v1.11.1";

/**
 * Values of chart velero: where backups go, the bucket of its identity, and how, with snapshots of the EBS volumes of pods. Local volumes are left out: there is nothing to take a
 * snapshot of, Kafka replicates them. No secret: the service account takes a role. When backups are made is an object of charts/maintenance.
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
    // The job would pull an image of kubectl whose versioned tags its publisher withdrew; the definitions come with the chart itself.
    upgradeCRDs: false,
    affinity: awayFromDataNodes(platform),
    resources: containerResources("500m", "256Mi", "512Mi"),
  };
}
