import { isMap, merged, type Properties, type PropertyValue, revealed, UNKNOWN } from "../server/properties";
import type { CheckFailure, ResourceIdentity } from "../server/provider";
import { ObjectSeed } from "../store/object-seed";
import type { ObjectKind } from "./object-kind";

/** Annotation by which the provider knows names of its own making. Source: pulumi-kubernetes, provider/pkg/metadata. */
const AUTONAMED = "pulumi.com/autonamed";

/** The object's metadata; empty if it has none, or if it isn't known yet. */
export function metadataOf(object: Properties): Properties {
  const metadata = revealed(object.metadata ?? null);
  return isMap(metadata) ? metadata : {};
}

/** The object's name; empty if unknown. */
export function nameOf(object: Properties): string {
  return textOf(metadataOf(object).name);
}

/** The object's namespace; empty for kinds that have none. */
export function namespaceOf(object: Properties): string {
  return textOf(metadataOf(object).namespace);
}

function textOf(value: PropertyValue | undefined): string {
  return typeof value === "string" && value !== UNKNOWN ? value : "";
}

/** Whether the provider made up the object's name. */
export function isAutonamed(object: Properties): boolean {
  const { annotations } = metadataOf(object);
  return isMap(annotations) && annotations[AUTONAMED] === "true";
}

/** Id that the engine keeps: `namespace/name`, or the name alone for kinds without a namespace. */
export function objectId(object: Properties): string {
  const namespace = namespaceOf(object);
  return namespace === "" ? nameOf(object) : `${namespace}/${nameOf(object)}`;
}

/** The object with what its token, its provider and its logical name say: apiVersion, kind, namespace, and a name if none was given. */
export function completedObject(
  kind: ObjectKind,
  resource: ResourceIdentity,
  before: Properties,
  given: Properties,
  creations: number,
  defaultNamespace: string,
): Properties {
  const { apiVersion, kind: name } = kind;
  const typed: Properties = { ...given, apiVersion: given.apiVersion ?? apiVersion, kind: given.kind ?? name };
  if (revealed(typed.metadata ?? null) === UNKNOWN) return typed;
  const namespaced = kind.namespaced ? { namespace: defaultNamespace } : {};
  const placed = merged({ metadata: namespaced }, typed);
  const metadata = metadataOf(placed);
  if ((metadata.name ?? metadata.generateName) !== undefined) return placed;
  const kept = isAutonamed(before) ? nameOf(before) : "";
  const suffix = new ObjectSeed(resource.urn, creations).hex("name", 8);
  const automatic = kept === "" ? `${resource.name}-${suffix}` : kept;
  return merged(placed, { metadata: { name: automatic, annotations: { [AUTONAMED]: "true" } } });
}

/** Kinds whose names are path segments: anything but slash and percent. */
const PATH_NAMED = /^(Cluster)?Role(Binding)?$/;

/** Kinds whose names are single DNS labels. */
const LABEL_NAMED: ReadonlySet<string> = new Set(["Namespace", "Service"]);

/** What is wrong with apiVersion, kind and metadata. Source: Kubernetes documentation, "Object Names and IDs". */
export function metadataFailures(kind: ObjectKind, object: Properties): readonly CheckFailure[] {
  const failures: CheckFailure[] = [];
  for (const field of ["apiVersion", "kind"] as const) {
    if (object[field] !== kind[field] && object[field] !== UNKNOWN) {
      const reason = `${field} is ${JSON.stringify(object[field])}; the resource's type says ${kind[field]}: use the type that fits`;
      failures.push({ property: field, reason });
    }
  }
  const name = nameOf(object);
  const wrong = name === "" ? undefined : nameProblem(kind.kind, name);
  if (wrong !== undefined)
    failures.push({ property: "metadata.name", reason: `metadata.name ${JSON.stringify(name)}: ${wrong}` });
  const namespace = namespaceOf(object);
  if (namespace !== "" && !kind.namespaced) {
    failures.push({
      property: "metadata.namespace",
      reason: `metadata.namespace is given, but a ${kind.kind} has none; leave it out`,
    });
  } else if (namespace !== "" && !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(namespace)) {
    failures.push({
      property: "metadata.namespace",
      reason: `metadata.namespace ${JSON.stringify(namespace)}: ${LABEL}`,
    });
  }
  return failures;
}

const LABEL =
  "use 1 to 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit (RFC 1123)";

const SUBDOMAIN =
  "use 1 to 253 lower-case letters, digits, hyphens and dots, beginning and ending with a letter or digit (RFC 1123)";

function nameProblem(kind: string, name: string): string | undefined {
  if (PATH_NAMED.test(kind))
    return /^[^/%]+$/.test(name) && name !== "." && name !== ".." ? undefined : "a slash or % can't occur";
  if (LABEL_NAMED.has(kind)) return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name) ? undefined : LABEL;
  const labels = name.split(".").every((label) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label));
  return labels && name.length <= 253 ? undefined : SUBDOMAIN;
}
