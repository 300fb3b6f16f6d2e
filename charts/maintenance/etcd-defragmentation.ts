import { k8s } from "cdk8s-plus-29";
import type { PlatformWith } from "../../config/parts";
import { restrictedContainer } from "../restricted-container";
import { ETCD_ACCOUNT, ETCD_NAMESPACE } from "./etcd-documented";
import {
  bash,
  deadlineSeconds,
  ETCD_LABELS,
  etcdctlEnvironment,
  memberAliases,
  pkiMount,
  pkiVolume,
  podSecurity,
  STARTING_DEADLINE_SECONDS,
} from "./etcd-pod";
import { defragmentationScript } from "./etcd-scripts";

/** Name of the CronJob. */
export const ETCD_DEFRAGMENTATION = "etcd-defragmentation";

/**
 * The job that makes the members' files smaller, at rest unless the stack file wakes it. Compaction alone frees space inside the file, for etcd to use again.
 *
 * Source: document 001, sections 3 and 9: recommended above 6 GB after compaction, not needed at 3.6.
 */
export function defragmentation(platform: PlatformWith<"maintenance">): k8s.KubeCronJobProps {
  const { schedule, suspended } = platform.maintenance.etcdCompaction.defragmentation;
  return {
    metadata: { name: ETCD_DEFRAGMENTATION, namespace: ETCD_NAMESPACE, labels: ETCD_LABELS },
    spec: {
      schedule,
      timeZone: "Etc/UTC",
      suspend: suspended,
      startingDeadlineSeconds: STARTING_DEADLINE_SECONDS,
      concurrencyPolicy: "Forbid",
      jobTemplate: {
        spec: {
          activeDeadlineSeconds: deadlineSeconds(platform),
          // A member that failed once is looked at by a person before the next one is tried.
          backoffLimit: 0,
          template: {
            spec: {
              restartPolicy: "Never",
              serviceAccountName: ETCD_ACCOUNT,
              automountServiceAccountToken: false,
              hostAliases: memberAliases(platform),
              securityContext: podSecurity(),
              containers: [
                {
                  name: ETCD_DEFRAGMENTATION,
                  image: platform.maintenance.etcdCompaction.image,
                  command: bash(defragmentationScript()),
                  env: etcdctlEnvironment(platform),
                  resources: {
                    requests: { cpu: k8s.Quantity.fromString("50m"), memory: k8s.Quantity.fromString("64Mi") },
                    limits: { cpu: k8s.Quantity.fromString("500m"), memory: k8s.Quantity.fromString("256Mi") },
                  },
                  securityContext: restrictedContainer(),
                  volumeMounts: [pkiMount()],
                },
              ],
              volumes: [pkiVolume(platform)],
            },
          },
        },
      },
    },
  };
}
