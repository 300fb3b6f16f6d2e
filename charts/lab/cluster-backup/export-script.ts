/**
 * What is exported: a file each, with the kinds as kubectl names them.
 *
 * `all-resources` is what `kubectl get all` gives without what others make: pods, ReplicaSets and Jobs are their controllers', and one that ran alone
 * has run. Namespaces, service accounts and claims are not in the documented list; without them nothing of it could be restored. Secrets are in the documented list
 * and not in this one: an export in clear is a copy of every password for whoever reads the bucket.
 *
 * Source: document 003, section 2 (Kubernetes Configuration Backup, Monitoring Stack Recovery: alertmanager-config.yaml).
 */
export const EXPORTS: Readonly<Record<string, readonly string[]>> = {
  namespaces: ["namespaces"],
  serviceaccounts: ["serviceaccounts"],
  persistentvolumes: ["persistentvolumes"],
  persistentvolumeclaims: ["persistentvolumeclaims"],
  configmaps: ["configmaps"],
  "all-resources": [
    "services",
    "deployments.apps",
    "statefulsets.apps",
    "daemonsets.apps",
    "horizontalpodautoscalers.autoscaling",
    "cronjobs.batch",
  ],
};

/** ConfigMaps that the document exports once more, each in a file of its own: what its recovery procedures apply by name. */
export const SINGLE_CONFIG_MAPS = ["grafana-dashboards", "prometheus-config", "alertmanager-config"] as const;

/** Files of the ConfigMap with the scripts. */
export const SCRIPT_FILES = { script: "export.sh", filter: "restorable.jq" } as const;

/**
 * Makes a list restorable, in jq: without what the server fills in, what belongs to an object that isn't there, what every namespace gets by itself, and
 * what is Kubernetes' own (kube-*). Addresses of Services are given out anew: an old one may be another's by now.
 *
 * Two applies of the same object must not differ: kubectl's own note of the last one goes, too.
 *
 * Source: Kubernetes API conventions, Metadata; Kubernetes, Configure Service Accounts (default), Services (clusterIP None is a setting).
 */
export const RESTORABLE_FILTER = `.items |= map(
  select((.metadata.ownerReferences // []) | length == 0)
  | select((if .kind == "Namespace" then .metadata.name else .metadata.namespace // "" end) | startswith("kube-") | not)
  | select((.kind == "ConfigMap" and .metadata.name == "kube-root-ca.crt") | not)
  | select((.kind == "ServiceAccount" and .metadata.name == "default") | not)
  | select((.kind == "Service" and .metadata.namespace == "default" and .metadata.name == "kubernetes") | not)
  | select((.kind == "Namespace" and .metadata.name == "default") | not)
  | del(.status, .metadata.uid, .metadata.resourceVersion, .metadata.generation, .metadata.creationTimestamp,
        .metadata.managedFields, .metadata.deletionTimestamp, .metadata.deletionGracePeriodSeconds,
        .metadata.annotations["kubectl.kubernetes.io/last-applied-configuration"],
        .metadata.annotations["deployment.kubernetes.io/revision"])
  | if .kind == "Namespace" then del(.spec) else . end
  | if .kind == "PersistentVolume" then del(.spec.claimRef.uid, .spec.claimRef.resourceVersion) else . end
  | if .kind == "Service" and .spec.clusterIP != "None" then del(.spec.clusterIP, .spec.clusterIPs) else . end
)
| {apiVersion: "v1", kind: "List", items: .items}
`;

/**
 * Writes the exports into a folder, for a POSIX shell with kubectl and jq. A file that can't be made ends the run: half an export must not look like a whole
 * one. The files hold JSON, which is YAML, so that the documented commands take them.
 *
 * It reads from the environment: EXPORT_FOLDER, where files go; FILTER, the file of {@link RESTORABLE_FILTER}; MONITORING_NAMESPACE.
 */
export function exportScript(): string {
  const all = Object.entries(EXPORTS).map(([file, kinds]) => `export_all ${file} ${kinds.join(",")}`);
  const single = SINGLE_CONFIG_MAPS.map((name) => `export_one ${name}`);
  return `set -eu
mkdir -p "$EXPORT_FOLDER"
raw=$(mktemp)
trap 'rm -f "$raw"' EXIT

restorable() {
  jq --from-file "$FILTER" "$raw" > "$EXPORT_FOLDER/$1.yaml"
  echo "$1.yaml: $(jq '.items | length' "$EXPORT_FOLDER/$1.yaml") objects"
}

export_all() {
  kubectl get "$2" --all-namespaces --output=json > "$raw"
  restorable "$1"
}

export_one() {
  kubectl get configmaps --namespace="$MONITORING_NAMESPACE" --field-selector="metadata.name=$1" --output=json > "$raw"
  restorable "$1"
}

${all.join("\n")}
${single.join("\n")}
`;
}
