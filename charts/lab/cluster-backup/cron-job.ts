import type { k8s } from "cdk8s-plus-29";
import { bucketUser, type Lab } from "../lab";
import { contained, podLabels, restrictedPod, scratch } from "../pods";
import { exportScript, RESTORABLE_FILTER, SCRIPT_FILES } from "./export-script";

/** Name of the CronJob, its scripts and its role. */
export const CLUSTER_BACKUP_NAME = "cluster-backup";

/** A user without a name or anything of its own. */
const NOBODY = 65_532;

const EXPORT_FOLDER = "/export";
const SCRIPT_FOLDER = "/scripts";

/** The scripts. */
export function scriptsConfigMap(lab: Lab): k8s.KubeConfigMapProps {
  const { namespace } = bucketUser(lab, lab.clusterBackup.identity);
  return {
    metadata: { name: CLUSTER_BACKUP_NAME, namespace },
    data: { [SCRIPT_FILES.script]: exportScript(), [SCRIPT_FILES.filter]: RESTORABLE_FILTER },
  };
}

/**
 * The daily export: one container reads the API server, the other writes the bucket; neither can do what the other does. The folder of a day in the bucket is
 * complete or isn't there.
 *
 * Objects are only added: how long they are kept is the lifecycle's, where the documented script removes files of a disk that a pod hasn't got.
 *
 * Source: document 003, section 2 (Kubernetes Configuration Backup: daily, k8s-backups/<day>/, 30 days).
 */
export function backupCronJob(lab: Lab): k8s.KubeCronJobProps {
  const { schedule } = lab.clusterBackup;
  const { namespace, serviceAccount } = bucketUser(lab, lab.clusterBackup.identity);
  return {
    metadata: { name: CLUSTER_BACKUP_NAME, namespace },
    spec: {
      schedule,
      timeZone: "Etc/UTC",
      concurrencyPolicy: "Forbid",
      startingDeadlineSeconds: 3_600,
      jobTemplate: {
        spec: {
          backoffLimit: 2,
          activeDeadlineSeconds: 1_800,
          template: {
            metadata: { labels: podLabels(CLUSTER_BACKUP_NAME) },
            spec: {
              restartPolicy: "Never",
              serviceAccountName: serviceAccount,
              automountServiceAccountToken: true,
              ...restrictedPod(NOBODY),
              initContainers: [exportContainer(lab)],
              containers: [uploadContainer(lab)],
              volumes: [
                { name: "scripts", configMap: { name: CLUSTER_BACKUP_NAME } },
                scratch("export", "512Mi"),
                scratch("home", "64Mi"),
              ],
            },
          },
        },
      },
    },
  };
}

function exportContainer({ clusterBackup, labMonitoring }: Lab): k8s.Container {
  return {
    name: "export",
    image: clusterBackup.image,
    command: ["/bin/sh", `${SCRIPT_FOLDER}/${SCRIPT_FILES.script}`],
    env: [
      { name: "EXPORT_FOLDER", value: EXPORT_FOLDER },
      { name: "FILTER", value: `${SCRIPT_FOLDER}/${SCRIPT_FILES.filter}` },
      { name: "MONITORING_NAMESPACE", value: labMonitoring.namespace },
      { name: "HOME", value: "/home" },
      { name: "TMPDIR", value: "/home" },
    ],
    ...contained("100m", "128Mi", "512Mi"),
    volumeMounts: [
      { name: "scripts", mountPath: SCRIPT_FOLDER, readOnly: true },
      { name: "export", mountPath: EXPORT_FOLDER },
      { name: "home", mountPath: "/home" },
    ],
  };
}

/** The day is that of the upload: a run that begins before midnight and ends after it is the new day's. */
function uploadContainer(lab: Lab): k8s.Container {
  const { bucket, prefix } = bucketUser(lab, lab.clusterBackup.identity);
  const target = `s3://${bucket}/${prefix}$(date -u +%Y%m%d)/`;
  return {
    name: "upload",
    image: lab.clusterBackup.image,
    command: ["/bin/sh", "-euc", `aws s3 cp --recursive --only-show-errors ${EXPORT_FOLDER}/ "${target}"`],
    env: [{ name: "HOME", value: "/home" }],
    ...contained("100m", "128Mi", "512Mi"),
    volumeMounts: [
      { name: "export", mountPath: EXPORT_FOLDER, readOnly: true },
      { name: "home", mountPath: "/home" },
    ],
  };
}
