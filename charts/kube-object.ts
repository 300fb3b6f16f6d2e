/** A JSON value: what a manifest is made of. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A Kubernetes object as data. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** What tells one object from every other of a rendering; the group is part of it, the version isn't. */
export interface ObjectReference {
  /** API group; empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Left out for objects of the whole cluster. */
  readonly namespace?: string;
  readonly name: string;
}

/** The reference of an object. */
export function referenceOf({ apiVersion, kind, metadata }: KubeObject): ObjectReference {
  const group = apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
  const { name, namespace } = metadata;
  return { group, kind, ...(namespace === undefined ? {} : { namespace }), name };
}

/** A reference for readers, and as a key: `apps/Deployment redis-system/redis-operator`. */
export function referenceText({ group, kind, namespace, name }: ObjectReference): string {
  return `${group === "" ? "" : `${group}/`}${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;
}

/** The value at a path of keys and list positions; undefined where the path ends early. */
export function valueAt(object: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[key] : undefined,
    object,
  );
}

/** A path for readers: `spec.containers[0].image`, keys with dots or slashes in quotes. */
export function pathText(path: readonly (string | number)[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : /^[\w-]+$/.test(key) ? `.${key}` : `["${key}"]`))
    .join("")
    .replace(/^\./, "");
}
