import { k8s } from "cdk8s-plus-29";
import { SERVICE_CLASS } from "../../../config/reference/priority-classes";
import { DEFAULT_STORAGE_CLASS } from "../../../config/reference/storage-classes";
import type { Lab } from "../lab";
import { answers, contained, podLabels, restrictedPod } from "../pods";
import { RECEIVER_KEYS } from "./alertmanager-config";
import { alertmanagerHash, CONFIG_ANNOTATION, CONFIG_KEYS } from "./config-maps";
import { DOCUMENTED_NAMES, monitoringMetadata, PORTS } from "./names";

/** User of the image. Source: prometheus/alertmanager 0.30, Dockerfile (nobody). */
const NOBODY = 65_534;

const NAME = DOCUMENTED_NAMES.alertmanager;
const CONFIG_FOLDER = "/etc/alertmanager";
const DATA_FOLDER = "/alertmanager";

/** Silences and what was told already. Not documented: some kilobytes, in the least that EBS gives out. */
export function alertmanagerClaim(lab: Lab): k8s.KubePersistentVolumeClaimProps {
  return {
    metadata: { ...monitoringMetadata(lab, NAME), labels: podLabels(NAME) },
    spec: {
      accessModes: ["ReadWriteOnce"],
      storageClassName: DEFAULT_STORAGE_CLASS,
      resources: { requests: { storage: k8s.Quantity.fromString("1Gi") } },
    },
  };
}

/**
 * Alertmanager, a Deployment because the document restarts one. It takes no part in a cluster of its kind: there is one of it.
 *
 * Source: document 003, section 2 (Monitoring Stack Recovery: rollout restart deployment alertmanager).
 */
export function alertmanagerDeployment(lab: Lab): k8s.KubeDeploymentProps {
  const { images, receivers } = lab.labMonitoring;
  const labels = podLabels(NAME);
  return {
    metadata: { ...monitoringMetadata(lab, NAME), labels },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      // A volume can be attached to one pod at a time: the old one has to go first.
      strategy: { type: "Recreate" },
      template: {
        metadata: { labels, annotations: { [CONFIG_ANNOTATION]: alertmanagerHash(lab) } },
        spec: {
          ...restrictedPod(NOBODY),
          serviceAccountName: NAME,
          automountServiceAccountToken: false,
          priorityClassName: SERVICE_CLASS,
          containers: [
            {
              name: NAME,
              image: images.alertmanager,
              args: [
                `--config.file=${CONFIG_FOLDER}/${CONFIG_KEYS.alertmanager}`,
                `--storage.path=${DATA_FOLDER}`,
                "--cluster.listen-address=",
              ],
              ports: [{ name: "http", containerPort: PORTS.alertmanager, protocol: "TCP" }],
              ...contained("20m", "64Mi", "128Mi"),
              readinessProbe: answers("/-/ready", "http", { periodSeconds: 5, failureThreshold: 3 }),
              livenessProbe: answers("/-/healthy", "http", { periodSeconds: 20, failureThreshold: 3 }),
              volumeMounts: [
                { name: "config", mountPath: CONFIG_FOLDER, readOnly: true },
                { name: "keys", mountPath: RECEIVER_KEYS.folder, readOnly: true },
                { name: "data", mountPath: DATA_FOLDER },
              ],
            },
          ],
          volumes: [
            { name: "config", configMap: { name: DOCUMENTED_NAMES.alertmanagerConfig } },
            // Made by people: without it alerts show and tell nobody, which is better than no Alertmanager.
            { name: "keys", secret: { secretName: receivers, optional: true, defaultMode: 0o440 } },
            { name: "data", persistentVolumeClaim: { claimName: NAME } },
          ],
        },
      },
    },
  };
}
