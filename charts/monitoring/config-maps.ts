import type { k8s } from "cdk8s-plus-29";
import type { PlatformWith } from "../../config/parts";
import { ALERT_ROUTING, type MountedFile, SCRAPE_JOBS } from "../../config/reference/monitoring-files";
import { alertmanagerConfigText } from "./alertmanager/alertmanager-config";
import { scrapeJobsText } from "./scrape/scrape-jobs";

/** The ConfigMap from which Alertmanager reads where alerts go. */
export function alertRoutingConfigMap(
  platform: PlatformWith<"addOns.alertmanager" | "contactPoints">,
): k8s.KubeConfigMapProps {
  return configMap(platform.addOns.releases.alertmanager.namespace, ALERT_ROUTING, alertmanagerConfigText(platform));
}

/** The ConfigMap from which Prometheus reads the scrape jobs beyond its chart's own. */
export function scrapeJobsConfigMap(platform: PlatformWith<"addOns.prometheus">): k8s.KubeConfigMapProps {
  return configMap(platform.addOns.releases.prometheus.namespace, SCRAPE_JOBS, scrapeJobsText(platform));
}

function configMap(namespace: string, { configMap: name, file }: MountedFile, text: string): k8s.KubeConfigMapProps {
  return { metadata: { name, namespace }, data: { [file]: text } };
}
