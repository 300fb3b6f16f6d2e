import { isDeepStrictEqual } from "node:util";
import { type KubeObject, referenceOf, referenceText } from "../charts/kube-object";
import { objectsIn } from "./estate-of-plan";
import type { PlannedResource } from "./resource";

/** Annotations that tell Pulumi how to wait; the manifests don't have them, because they say nothing of the object. */
const OF_PULUMI = /^pulumi\.com\//;

/**
 * The objects of manifests that a plan deploys in another form, or not at all: the manifests are not those of the configuration. What only the plan has is no finding; some objects are made
 * beside the charts.
 */
export function staleManifests(
  manifests: readonly KubeObject[],
  resources: readonly PlannedResource[],
): readonly string[] {
  const planned = new Map(
    resources.flatMap(objectsIn).map((object) => [referenceText(referenceOf(object)), plain(object)] as const),
  );
  return manifests
    .map((object) => [referenceText(referenceOf(object)), plain(object)] as const)
    .filter(([name, object]) => !isDeepStrictEqual(planned.get(name), object))
    .map(([name]) => name);
}

/** The object without Pulumi's annotations, and without what only the two readers' ways of making objects could differ in. */
function plain(object: KubeObject): unknown {
  const { annotations = {}, ...metadata } = object.metadata;
  const own = Object.entries(annotations).filter(([key]) => !OF_PULUMI.test(key));
  return JSON.parse(
    JSON.stringify({
      ...object,
      metadata: { ...metadata, ...(own.length === 0 ? {} : { annotations: Object.fromEntries(own) }) },
    }),
  );
}
