import type { Properties } from "../server/properties";
import { isWithin, propertyChanges } from "../server/property-diff";
import type { ResourceChange } from "../server/provider";
import { HELM_RELEASE } from "./object-kind";

/** Fields of every object that can't change in place. */
const IDENTITY = ["apiVersion", "kind", "metadata.name", "metadata.namespace"];

/**
 * Fields of some kinds that can't change in place. Sources: pulumi-kubernetes, provider/pkg/provider (force-new properties); Kubernetes API validation of
 * StorageClass.
 */
const BY_KIND: Readonly<Record<string, readonly string[]>> = {
  ClusterRoleBinding: ["roleRef"],
  ConfigMap: ["binaryData", "data"],
  DaemonSet: ["spec.selector"],
  Deployment: ["spec.selector"],
  Job: ["spec.completions", "spec.parallelism", "spec.selector", "spec.template"],
  PersistentVolumeClaim: ["spec"],
  PodDisruptionBudget: ["spec"],
  ResourceQuota: ["spec.scopes"],
  RoleBinding: ["roleRef"],
  Secret: ["type", "stringData", "data"],
  Service: ["spec.clusterIP", "spec.type"],
  StatefulSet: [
    "spec.podManagementPolicy",
    "spec.revisionHistoryLimit",
    "spec.selector",
    "spec.serviceName",
    "spec.volumeClaimTemplates",
  ],
  StorageClass: ["parameters", "provisioner", "reclaimPolicy", "volumeBindingMode"],
};

/** Kinds whose content the provider changes in place only if it is told to. Source: pulumi-kubernetes, enableConfigMapMutable. */
const MUTABLE_IF_ASKED = "ConfigMap";

/** Whether a change at keys of an object of a kind takes a new object; content of ConfigMaps is taken for mutable, as providers here are told. */
export function replacedIn(kind: string, keys: readonly string[]): boolean {
  return isWithin(keys, fieldsOf(kind, true));
}

/** A release is another one when its name or namespace changes. */
const OF_RELEASE = ["name", "namespace"];

/**
 * Changes between two forms of an object, each with whether it takes a new object. `kind` is the bare name of the kind.
 *
 * @param mutableConfigMaps - the provider's option `enableConfigMapMutable`
 */
export function objectChanges(
  token: string,
  kind: string,
  before: Properties,
  after: Properties,
  mutableConfigMaps: boolean,
): readonly ResourceChange[] {
  const fields = token === HELM_RELEASE ? OF_RELEASE : [...IDENTITY, ...fieldsOf(kind, mutableConfigMaps)];
  return propertyChanges(before, after).map((change) => ({ ...change, replaces: isWithin(change.path, fields) }));
}

/** Fields of a kind, beside those of every kind. */
function fieldsOf(kind: string, mutableConfigMaps: boolean): readonly string[] {
  return kind === MUTABLE_IF_ASKED && mutableConfigMaps ? [] : (BY_KIND[kind] ?? []);
}
