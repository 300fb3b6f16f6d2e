import { type KubeObject, pathText } from "../../../charts/kube-object";

/** One change to good objects: the object's name, the path, and the new value; undefined takes the key away. */
export type Change = readonly [name: string, path: readonly (string | number)[], value?: unknown];

/** Good objects after changes. @throws {Error} for an object or a place that isn't there, which would test nothing */
export function changedObjects(good: readonly KubeObject[], changes: readonly Change[]): readonly KubeObject[] {
  const objects = structuredClone([...good]);
  for (const [name, path, value] of changes) {
    const object = objects.find(({ metadata }) => metadata.name === name);
    const parent = path
      .slice(0, -1)
      .reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], object);
    const [place, key] = [parent as Record<string | number, unknown>, path.at(-1) ?? ""];
    if (value === undefined && !(key in place)) throw new Error(`${name} has no ${pathText(path)}`);
    if (value === undefined) delete place[key];
    else place[key] = value;
  }
  return objects;
}
