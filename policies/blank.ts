import type { Estate } from "./estate";
import { type Resource, Unreadable } from "./resource";

/**
 * Whether a resource shows nothing at all. Resources of Kubernetes do that in a run of the engine while the cluster isn't there yet, because their provider can't be asked.
 * What they say of roles and nodes is then unknown, not absent.
 */
export function isBlank({ type, custom, inputs }: Resource): boolean {
  return custom && type.startsWith("kubernetes:") && Object.keys(inputs).length === 0;
}

/** Resources that show nothing, of all types or of those that fit. */
export function blankResources(estate: Estate, type = /./): readonly Resource[] {
  return estate.resources.filter((resource) => type.test(resource.type) && isBlank(resource));
}

/** In place of reading what isn't shown. */
export function nothingShown(): never {
  throw new Unreadable("every input", "unknown before it is created");
}
