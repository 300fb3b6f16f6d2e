import { valueAt } from "../../../charts/kube-object";
import { type ChangeClass, worst } from "../../change";
import type { ReviewedChange } from "../page-input";

/** Of which class the change of each thing is, by the thing's name. */
export type ChangedThings = ReadonlyMap<string, ChangeClass>;

/** What changes, to be looked up by name. What was removed isn't there to be found by its own: it counts for {@link removedFrom} its namespace. */
export function changedThings(changes: readonly ReviewedChange[]): ChangedThings {
  const changed = new Map<string, ChangeClass>();
  for (const { thing, operation, before, class: own } of changes) {
    const namespace = valueAt(before, ["metadata", "namespace"]);
    const gone = operation === "removed" && typeof namespace === "string";
    const name = gone ? removedFrom(namespace) : thing.name;
    changed.set(name, worst([own, ...(changed.has(name) ? [changed.get(name) ?? own] : [])]));
  }
  return changed;
}

/** The name that stands for everything that was removed from a namespace. */
export function removedFrom(namespace: string): string {
  return `removed from ${namespace}`;
}

/** As a field to spread: the worst that happens to any of these things, where anything does. */
export function changeOf(things: readonly string[], changed: ChangedThings): { readonly change?: ChangeClass } {
  const classes = things.flatMap((thing) => changed.get(thing) ?? []);
  return classes.length === 0 ? {} : { change: worst(classes) };
}
