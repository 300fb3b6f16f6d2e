import type { k8s } from "cdk8s-plus-29";
import { datasourceName } from "../../../config/derived/datasource-name";
import { SERVICE_CLASS } from "../../../config/reference/priority-classes";
import type { Lab } from "../lab";
import { answers, contained, podLabels, restrictedPod, scratch } from "../pods";
import { SCRAPE_INTERVAL } from "./lab-rule";
import { DOCUMENTED_NAMES, monitoringMetadata, PORTS } from "./names";
import { yamlText } from "./yaml-text";

/** User of the image. Source: grafana/grafana 10.4, Dockerfile (GF_UID; group root). */
const GRAFANA_USER = 472;

const NAME = DOCUMENTED_NAMES.grafana;

/** ConfigMap of what Grafana sets up when it starts. */
export const PROVISIONING = "grafana-provisioning";

const DASHBOARD_FOLDER = "/var/lib/grafana-dashboards";
const DATA_FOLDER = "/var/lib/grafana";
const PASSWORD = { folder: "/run/grafana-admin", file: "/run/grafana-admin/password" } as const;

/**
 * Makes the administrator's password: 24 bytes of the kernel's generator, in a file that only the pod has.
 *
 * The umask comes first: nobody else ever reads the file.
 */
const MAKE_PASSWORD = `umask 077; head -c 24 /dev/urandom | base64 > ${PASSWORD.file}`;

/** The data source and where dashboards are. Source: grafana/grafana 10.4 documentation, Provision Grafana. */
export function provisioningConfigMap(lab: Lab): k8s.KubeConfigMapProps {
  const uid = datasourceName(lab.stack);
  const url = `http://${DOCUMENTED_NAMES.prometheusService}.${lab.labMonitoring.namespace}.svc.cluster.local:${PORTS.prometheus}`;
  const datasource = {
    name: uid,
    uid,
    type: "prometheus",
    access: "proxy",
    url,
    isDefault: true,
    // Rates are taken over four times this: shorter would see one sample, or none.
    jsonData: { timeInterval: SCRAPE_INTERVAL },
  };
  const provider = {
    name: "lab",
    type: "file",
    disableDeletion: true,
    allowUiUpdates: false,
    options: { path: DASHBOARD_FOLDER },
  };
  return {
    metadata: monitoringMetadata(lab, PROVISIONING),
    data: {
      "datasources.yaml": yamlText({ apiVersion: 1, datasources: [datasource] }),
      "dashboards.yaml": yamlText({ apiVersion: 1, providers: [provider] }),
    },
  };
}

/**
 * Grafana. Everything it shows comes from files, and its own database is gone with the pod: dashboards are changed here, not in the browser.
 *
 * The documented password, admin123, is a finding and no value. The pod makes one of its own whenever it starts, which is in no manifest, no state and no
 * Secret; who may run commands in the pod may read it: `kubectl exec -n monitoring deploy/grafana -- cat /run/grafana-admin/password`.
 *
 * Source: document 003, sections 1 (SLO Dashboard Review) and 2 (Monitoring Stack Recovery: rollout restart deployment grafana).
 */
export function grafanaDeployment(lab: Lab): k8s.KubeDeploymentProps {
  const labels = podLabels(NAME);
  const image = lab.labMonitoring.images.grafana;
  const password = { name: "admin-password", mountPath: PASSWORD.folder };
  return {
    metadata: { ...monitoringMetadata(lab, NAME), labels },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      // Two pods would have two passwords and know each other's sessions not.
      strategy: { type: "Recreate" },
      template: {
        metadata: { labels },
        spec: {
          ...restrictedPod(GRAFANA_USER),
          serviceAccountName: NAME,
          automountServiceAccountToken: false,
          priorityClassName: SERVICE_CLASS,
          initContainers: [
            {
              name: "make-admin-password",
              image,
              command: ["/bin/sh", "-euc", MAKE_PASSWORD],
              ...contained("10m", "16Mi", "32Mi"),
              volumeMounts: [password],
            },
          ],
          containers: [
            {
              name: NAME,
              image,
              env: [
                { name: "GF_SECURITY_ADMIN_PASSWORD__FILE", value: PASSWORD.file },
                // Nothing is sent to or asked of the makers of Grafana.
                { name: "GF_ANALYTICS_REPORTING_ENABLED", value: "false" },
                { name: "GF_ANALYTICS_CHECK_FOR_UPDATES", value: "false" },
                { name: "GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES", value: "false" },
              ],
              ports: [{ name: "http", containerPort: PORTS.grafana, protocol: "TCP" }],
              ...contained("100m", "128Mi", "256Mi"),
              readinessProbe: answers("/api/health", "http", { periodSeconds: 5, failureThreshold: 6 }),
              livenessProbe: answers("/api/health", "http", { initialDelaySeconds: 30, periodSeconds: 20 }),
              volumeMounts: [
                { ...password, readOnly: true },
                { name: "data", mountPath: DATA_FOLDER },
                { name: "scratch", mountPath: "/tmp" },
                { name: "dashboards", mountPath: DASHBOARD_FOLDER, readOnly: true },
                provisioned("datasources"),
                provisioned("dashboards"),
              ],
            },
          ],
          volumes: [
            scratch("admin-password", "1Mi", "Memory"),
            scratch("data", "256Mi"),
            scratch("scratch", "64Mi"),
            { name: "dashboards", configMap: { name: DOCUMENTED_NAMES.grafanaDashboards } },
            { name: "provisioning", configMap: { name: PROVISIONING } },
          ],
        },
      },
    },
  };
}

/** One file of the provisioning, in the folder that Grafana has for its kind. */
function provisioned(kind: "datasources" | "dashboards"): k8s.VolumeMount {
  return {
    name: "provisioning",
    mountPath: `/etc/grafana/provisioning/${kind}/${kind}.yaml`,
    subPath: `${kind}.yaml`,
    readOnly: true,
  };
}
