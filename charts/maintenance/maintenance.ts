import { ApiObject, type Chart } from "cdk8s";
import { k8s } from "cdk8s-plus-29";
import type { PlatformWith } from "../../config/parts";
import { referenceOf } from "../kube-object";
import { systemChart } from "../system-chart";
import { backupSchedule, databaseAccount } from "./backups";
import { maintenanceDeviations } from "./deviations";
import { defragmentation } from "./etcd-defragmentation";
import { documentedCompaction, ETCD_ACCOUNT, ETCD_NAMESPACE } from "./etcd-documented";
import { ETCD_LABELS } from "./etcd-pod";
import { imagePruner, prunerAccount } from "./image-pruner";

/**
 * What keeps the platform in order by itself: compaction of etcd-prod, weekly pruning of images, daily backups. The termination handler of the spot pool is a release of
 * infra/karpenter.
 *
 * Source: document 000, section 3; document 001, sections 3, 9 and 11; document 002, section 14; compatibility page, section 5.
 */
export const MAINTENANCE = systemChart({
  name: "maintenance",
  folder: "charts/maintenance",
  appliedBy: "pulumi",
  needs: ["maintenance", "addOns.velero"],
  build,
  printed: (platform) => [referenceOf(documentedCompaction(platform))],
  deviations: maintenanceDeviations,
});

function build(chart: Chart, platform: PlatformWith<"addOns.velero" | "maintenance">): void {
  new k8s.KubeServiceAccount(chart, "etcd-account", {
    metadata: { name: ETCD_ACCOUNT, namespace: ETCD_NAMESPACE, labels: ETCD_LABELS },
    // Neither job speaks to Kubernetes.
    automountServiceAccountToken: false,
  });
  new ApiObject(chart, "etcd-compaction", documentedCompaction(platform));
  new k8s.KubeCronJob(chart, "etcd-defragmentation", defragmentation(platform));
  new k8s.KubeServiceAccount(chart, "pruner-account", prunerAccount(platform));
  new k8s.KubeDaemonSet(chart, "image-pruner", imagePruner(platform));
  new k8s.KubeServiceAccount(chart, "database-account", databaseAccount(platform));
  new ApiObject(chart, "daily-backup", backupSchedule(platform));
}
