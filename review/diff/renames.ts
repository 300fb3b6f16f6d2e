import type { Json } from "../../charts/kube-object";
import type { PlannedResource } from "../../policies/resource";
import { canonical } from "./canonical";

/** A resource that goes, and one that comes and is the same but for its URN. */
export interface Rename {
  readonly from: PlannedResource;
  readonly to: PlannedResource;
}

/**
 * Resources whose logical name, or whose parent's type, changed and nothing else: of the same type with equal inputs, and either below parents of the same type or of the same name. To the engine they are
 * two resources, of which it makes one and deletes the other.
 */
export function renamesAmong(
  removed: readonly PlannedResource[],
  added: readonly PlannedResource[],
): readonly Rename[] {
  const left = new Set(added);
  return removed.flatMap((from) => {
    const candidates = [...left].filter((to) => isSame(from, to));
    const to = candidates.find(({ parent }) => parent === from.parent) ?? candidates[0];
    if (to === undefined) return [];
    left.delete(to);
    return [{ from, to }];
  });
}

function isSame(from: PlannedResource, to: PlannedResource): boolean {
  return (
    from.type === to.type &&
    (from.name === to.name || typesIn(from.parent) === typesIn(to.parent)) &&
    canonical(from.inputs as unknown as Json) === canonical(to.inputs as unknown as Json)
  );
}

/** Types of a resource and its parents, out of its URN: `urn:pulumi:<stack>::<project>::<types>::<name>`. */
function typesIn(urn: string | null): string {
  return urn?.split("::")[2] ?? "";
}
