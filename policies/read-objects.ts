import type { KubeObject } from "../charts/kube-object";

/** What tells one object from another. Reading it says nothing of whether the object is looked into. */
const IDENTITY: ReadonlySet<string | symbol> = new Set(["apiVersion", "kind", "name", "namespace"]);

/** Objects that note which of them are read. */
export interface NotingObjects {
  readonly objects: readonly KubeObject[];
  /** Does some work, and tells which objects it looked into: more than what they are called. */
  readonly during: <Result>(work: () => Result) => { readonly result: Result; readonly read: readonly KubeObject[] };
}

/**
 * Lets a semantic check show what it judges. The checks are functions of all objects: without this a check that finds nothing to judge would look like one that finds everything in order.
 */
export function noteReading(objects: readonly KubeObject[]): NotingObjects {
  let read = new Set<KubeObject>();
  const noting = <T extends object>(part: T, object: KubeObject, more: (key: string | symbol) => unknown): T =>
    new Proxy(part, {
      get(target, key) {
        const other = more(key);
        if (other !== undefined) return other;
        if (!IDENTITY.has(key)) read.add(object);
        return Reflect.get(target, key);
      },
    });
  return {
    objects: objects.map((object) => {
      const metadata = noting(object.metadata, object, () => undefined);
      return noting(object, object, (key) => (key === "metadata" ? metadata : undefined));
    }),
    during: (work) => {
      read = new Set();
      return { result: work(), read: [...read] };
    },
  };
}
