import { k8s } from "cdk8s-plus-29";
import { SERVICE_CLASS } from "../../../config/reference/priority-classes";
import { DEFAULT_STORAGE_CLASS } from "../../../config/reference/storage-classes";
import { bucketUser, type Lab } from "../lab";
import { answers, contained, podLabels, restrictedPod } from "../pods";
import { BLOCK_STORAGE_KEY } from "./block-storage";
import { CONFIG_ANNOTATION, CONFIG_KEYS, prometheusHash } from "./config-maps";
import { COMPONENTS, DOCUMENTED_NAMES, monitoringMetadata, PORTS, RULE_CONFIG_MAPS } from "./names";
import { CONFIG_FOLDER, RULE_FOLDERS } from "./prometheus-config";

/** User of Prometheus' image, which Thanos' takes, too: both write into the same folder. Source: prometheus/prometheus 2.51, Dockerfile (nobody). */
const NOBODY = 65_534;

const DATA_FOLDER = "/prometheus";
const BLOCK_STORAGE_FOLDER = "/etc/thanos";

/** Length of a block. Both bounds alike, so that Prometheus merges none: Thanos copies each once. Source: Thanos 0.34 documentation, Sidecar. */
const BLOCK_LENGTH = "2h";

/**
 * Prometheus with the sidecar that copies its blocks to the bucket. One pod: a restart is a gap of a minute, and the lab has nobody who would miss it.
 *
 * A changed configuration replaces the pod; the volume stays. The size of the volume can't be changed here, Kubernetes refuses it: enlarge the claim.
 *
 * Source: document 003, sections 1 (Monitoring Stack Verification) and 2 (Prometheus Data Backup: Thanos for long-term storage); compatibility page, M5.
 */
export function prometheusSet(lab: Lab): k8s.KubeStatefulSetProps {
  const { labMonitoring } = lab;
  const labels = podLabels(COMPONENTS.prometheus);
  return {
    metadata: { ...monitoringMetadata(lab, COMPONENTS.prometheus), labels },
    spec: {
      replicas: 1,
      serviceName: DOCUMENTED_NAMES.prometheusService,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations: { [CONFIG_ANNOTATION]: prometheusHash(lab) } },
        spec: {
          ...restrictedPod(NOBODY),
          serviceAccountName: bucketUser(lab, labMonitoring.blocksIdentity).serviceAccount,
          priorityClassName: SERVICE_CLASS,
          // The head is written out before it ends; replaying its log instead takes minutes.
          terminationGracePeriodSeconds: 120,
          containers: [prometheusContainer(lab), thanosContainer(lab)],
          volumes: [
            { name: "config", configMap: { name: DOCUMENTED_NAMES.prometheusConfig } },
            { name: "rules-documented", configMap: { name: RULE_CONFIG_MAPS.documented } },
            { name: "rules-objectives", configMap: { name: RULE_CONFIG_MAPS.objectives } },
            { name: "block-storage", configMap: { name: DOCUMENTED_NAMES.blockStorage } },
          ],
        },
      },
      volumeClaimTemplates: [
        {
          metadata: { name: "data" },
          spec: {
            accessModes: ["ReadWriteOnce"],
            storageClassName: DEFAULT_STORAGE_CLASS,
            resources: { requests: { storage: k8s.Quantity.fromString(labMonitoring.volume.toString()) } },
          },
        },
      ],
    },
  };
}

function prometheusContainer({ labMonitoring }: Lab): k8s.Container {
  const { images, retention } = labMonitoring;
  return {
    name: "prometheus",
    image: images.prometheus,
    args: [
      `--config.file=${CONFIG_FOLDER}/${CONFIG_KEYS.prometheus}`,
      `--storage.tsdb.path=${DATA_FOLDER}`,
      `--storage.tsdb.retention.time=${retention}`,
      `--storage.tsdb.min-block-duration=${BLOCK_LENGTH}`,
      `--storage.tsdb.max-block-duration=${BLOCK_LENGTH}`,
    ],
    ports: [{ name: "http", containerPort: PORTS.prometheus, protocol: "TCP" }],
    ...contained("200m", "1Gi", "2Gi"),
    // Up to ten minutes for the log of a head that was not written out.
    startupProbe: answers("/-/ready", "http", { periodSeconds: 10, failureThreshold: 60 }),
    readinessProbe: answers("/-/ready", "http", { periodSeconds: 5, failureThreshold: 3 }),
    livenessProbe: answers("/-/healthy", "http", { periodSeconds: 10, failureThreshold: 6 }),
    volumeMounts: [
      { name: "config", mountPath: CONFIG_FOLDER, readOnly: true },
      { name: "rules-documented", mountPath: `${CONFIG_FOLDER}/${RULE_FOLDERS.documented}`, readOnly: true },
      { name: "rules-objectives", mountPath: `${CONFIG_FOLDER}/${RULE_FOLDERS.objectives}`, readOnly: true },
      { name: "data", mountPath: DATA_FOLDER },
    ],
  };
}

function thanosContainer({ labMonitoring }: Lab): k8s.Container {
  return {
    name: "thanos",
    image: labMonitoring.images.thanos,
    args: [
      "sidecar",
      `--tsdb.path=${DATA_FOLDER}`,
      `--prometheus.url=http://localhost:${PORTS.prometheus}`,
      `--objstore.config-file=${BLOCK_STORAGE_FOLDER}/${BLOCK_STORAGE_KEY}`,
      `--http-address=0.0.0.0:${PORTS.thanos}`,
    ],
    ports: [{ name: "thanos-http", containerPort: PORTS.thanos, protocol: "TCP" }],
    ...contained("50m", "128Mi", "256Mi"),
    readinessProbe: answers("/-/ready", "thanos-http", { periodSeconds: 10, failureThreshold: 6 }),
    livenessProbe: answers("/-/healthy", "thanos-http", { periodSeconds: 20, failureThreshold: 6 }),
    volumeMounts: [
      { name: "block-storage", mountPath: BLOCK_STORAGE_FOLDER, readOnly: true },
      { name: "data", mountPath: DATA_FOLDER },
    ],
  };
}
