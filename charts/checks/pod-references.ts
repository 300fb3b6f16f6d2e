import { type KubeObject, referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { madeSecrets } from "./made-secrets";
import { finding, listAt, mappingAt, textAt } from "./object-readers";
import { containersOf, type PodTemplate, podTemplates } from "./pod-templates";

type Path = readonly (string | number)[];

/** Something that a pod names in its namespace and doesn't start without. */
interface PodReference {
  readonly path: Path;
  readonly kind: "ConfigMap" | "PersistentVolumeClaim" | "Secret" | "ServiceAccount";
  readonly name: string;
  /** Keys of it that the pod asks for. */
  readonly keys: readonly string[];
}

/** What a controller writes because of a rendered object is there, too. */
export const podReferences: ManifestCheck = {
  title: "The accounts, Secrets, ConfigMaps and claims that a pod names are there",
  severity: "high",
  why: "A pod without its ServiceAccount is not made; without a Secret, ConfigMap or claim it waits before its first container.",
  remediation: "Make the object with the keys that the pod asks for, in its namespace, or correct the name.",
  source: "Kubernetes, Configure Service Accounts for Pods, Secrets, ConfigMaps (restrictions)",
  link: "https://kubernetes.io/docs/concepts/configuration/secret/",
  find: ({ objects }) => {
    const known = knownKeys(objects);
    return podTemplates(objects).flatMap((template) =>
      referencesOf(template).flatMap((reference) => judge(template, reference, known)),
    );
  },
};

type KnownKeys = ReadonlyMap<string, readonly string[] | undefined>;

function judge(
  { object }: PodTemplate,
  { path, kind, name, keys }: PodReference,
  known: KnownKeys,
): readonly ManifestFinding[] {
  const { namespace } = object.metadata;
  // Kubernetes makes the account `default` in every namespace.
  if (kind === "ServiceAccount" && name === "default") return [];
  const id = identity(namespace, kind, name);
  if (!known.has(id))
    return [finding(object, path, `there is no ${kind} ${name} in ${namespace}, and nothing that makes it`)];
  const there = known.get(id);
  return keys
    .filter((key) => there !== undefined && !there.includes(key))
    .map((key) => finding(object, path, `${kind} ${name} has no key ${key}; it has ${there?.join(", ") || "none"}`));
}

/** Keys of each object that a pod can name; undefined where they aren't known. */
function knownKeys(objects: readonly KubeObject[]): KnownKeys {
  const rendered = objects
    .filter((object) => referenceOf(object).group === "")
    .map(({ kind, metadata, ...fields }): [string, readonly string[] | undefined] => {
      const data = ["data", "binaryData", "stringData"].flatMap((field) => Object.keys(mappingAt(fields, [field])));
      return [identity(metadata.namespace, kind, metadata.name), data];
    });
  const made = madeSecrets(objects).map(({ namespace, name, keys }): [string, readonly string[] | undefined] => [
    identity(namespace, "Secret", name),
    keys,
  ]);
  return new Map([...rendered, ...made]);
}

function identity(namespace: string | undefined, kind: string, name: string): string {
  return `${kind} ${namespace ?? ""}/${name}`;
}

function referencesOf(template: PodTemplate): readonly PodReference[] {
  const { path, spec } = template;
  const at = [...path, "spec"];
  return [
    ...named(spec, at, ["serviceAccountName"], "ServiceAccount"),
    ...each(spec, ["imagePullSecrets"]).flatMap((item) => named(spec, at, [...item, "name"], "Secret")),
    ...each(spec, ["volumes"]).flatMap((volume) => [
      ...named(spec, at, [...volume, "secret", "secretName"], "Secret"),
      ...named(spec, at, [...volume, "configMap", "name"], "ConfigMap"),
      ...named(spec, at, [...volume, "persistentVolumeClaim", "claimName"], "PersistentVolumeClaim"),
      ...each(spec, [...volume, "projected", "sources"]).flatMap((source) => [
        ...named(spec, at, [...source, "secret", "name"], "Secret"),
        ...named(spec, at, [...source, "configMap", "name"], "ConfigMap"),
      ]),
    ]),
    ...containersOf(template).flatMap(({ container, path: own }) => [
      ...each(container, ["env"]).flatMap((item) => [
        ...named(container, own, [...item, "valueFrom", "secretKeyRef", "name"], "Secret"),
        ...named(container, own, [...item, "valueFrom", "configMapKeyRef", "name"], "ConfigMap"),
      ]),
      ...each(container, ["envFrom"]).flatMap((item) => [
        ...named(container, own, [...item, "secretRef", "name"], "Secret"),
        ...named(container, own, [...item, "configMapRef", "name"], "ConfigMap"),
      ]),
    ]),
  ];
}

/** Paths of the items of a list. */
function each(value: unknown, path: Path): readonly Path[] {
  return listAt(value, path).map((_, index) => [...path, index]);
}

/** The reference whose name stands at a path; none where there is no name, or where the pod does without. */
function named(value: unknown, base: Path, path: Path, kind: PodReference["kind"]): readonly PodReference[] {
  const name = textAt(value, path);
  const around = valueAt(value, path.slice(0, -1));
  if (name === "" || valueAt(around, ["optional"]) === true) return [];
  const items = listAt(around, ["items"]).map((item) => textAt(item, ["key"]));
  const key = textAt(around, ["key"]);
  return [{ path: [...base, ...path], kind, name, keys: key === "" ? items : [key] }];
}
