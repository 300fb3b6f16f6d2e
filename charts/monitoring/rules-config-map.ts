import type { k8s } from "cdk8s-plus-29";
import type { PlatformWith } from "../../config/parts";
import { RULES_CONFIG_MAP } from "../../config/reference/prometheus-rules";
import type { ObjectReference } from "../kube-object";
import { ruleFileKey, ruleFileText } from "./rule-file";
import { ruleFiles } from "./rule-files";

/** The ConfigMap of the rule files, one key a file, in the namespace of the server that mounts it. */
export function rulesConfigMap(platform: PlatformWith<"addOns.prometheus">): k8s.KubeConfigMapProps {
  return {
    metadata: { name: RULES_CONFIG_MAP, namespace: monitoringNamespace(platform) },
    data: Object.fromEntries(ruleFiles(platform).map((file) => [ruleFileKey(file), ruleFileText(file)])),
  };
}

/** What {@link rulesConfigMap} makes. */
export function rulesConfigMapReference(platform: PlatformWith<"addOns.prometheus">): ObjectReference {
  return { group: "", kind: "ConfigMap", namespace: monitoringNamespace(platform), name: RULES_CONFIG_MAP };
}

/** Namespace of the Prometheus release. */
export function monitoringNamespace({ addOns }: PlatformWith<"addOns.prometheus">): string {
  return addOns.releases.prometheus.namespace;
}
