import { type Json, referenceOf, referenceText } from "../../charts/kube-object";
import type { PlannedResource } from "../../policies/resource";
import { canonical } from "./canonical";
import { objectOf } from "./resource-fields";

/** A resource that goes, and one that comes and is the same but for its URN, or the same object of the cluster. */
export interface Rename {
  readonly from: PlannedResource;
  readonly to: PlannedResource;
}

/**
 * Resources whose logical name, or whose parent's type, changed and nothing else: of the same type with equal inputs, and either below parents of the same type or of the same name. Beside them one object
 * of the cluster under two URNs, such as those of two versions of its API. To the engine they are two resources, of which it makes one and deletes the other.
 */
export function renamesAmong(
  removed: readonly PlannedResource[],
  added: readonly PlannedResource[],
): readonly Rename[] {
  const left = new Set(added);
  return removed.flatMap((from) => {
    const candidates = [...left].filter((to) => isSame(from, to) || isSameObject(from, to));
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

function isSameObject(from: PlannedResource, to: PlannedResource): boolean {
  const [was, is] = [objectOf(from), objectOf(to)];
  return was !== undefined && is !== undefined && referenceText(referenceOf(was)) === referenceText(referenceOf(is));
}

/** Types of a resource and its parents, out of its URN: `urn:pulumi:<stack>::<project>::<types>::<name>`. */
function typesIn(urn: string | null): string {
  return urn?.split("::")[2] ?? "";
}
