import { Quantity } from "../../config/units/quantity";
import { type KubeObject, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding, listAt } from "./object-readers";
import { amountOf } from "./pod-amounts";
import { containersOf, podTemplates } from "./pod-templates";

const RESOURCES = ["cpu", "memory"] as const;

/** Judges limits of type Container, and the rendered pods of the namespace. */
export const limitRanges: ManifestCheck = {
  title: "What a limit range gives fits what it allows, and so do the containers of its namespace",
  severity: "high",
  why: "A range whose own defaults break it refuses every pod that relies on them; one that is too narrow refuses ours, when they are made, not when they are applied.",
  remediation:
    "Let min, defaultRequest, default and max grow in this order, and raise max to the highest limit of a container.",
  source: "Kubernetes, Limit Ranges",
  link: "https://kubernetes.io/docs/concepts/policy/limit-range/",
  find: ({ objects }) =>
    objects
      .filter(({ kind }) => kind === "LimitRange")
      .flatMap((range) =>
        listAt(range, ["spec", "limits"]).flatMap((item, index) =>
          valueAt(item, ["type"]) === "Container"
            ? [...ownOrder(range, item, index), ...containersWithin(range, item, objects)]
            : [],
        ),
      ),
};

function quantityAt(item: unknown, key: string, resource: string): number | undefined {
  const value = valueAt(item, [key, resource]);
  return value === undefined ? undefined : Quantity.parse(String(value)).value;
}

/** min, defaultRequest, default and max in this order, as far as they are there. */
function ownOrder(range: KubeObject, item: unknown, index: number): readonly ManifestFinding[] {
  const order = ["min", "defaultRequest", "default", "max"];
  return RESOURCES.flatMap((resource) => {
    const there = order.filter((key) => quantityAt(item, key, resource) !== undefined);
    return there.slice(1).flatMap((key, before) => {
      const lower = there[before] ?? "";
      if ((quantityAt(item, lower, resource) ?? 0) <= (quantityAt(item, key, resource) ?? 0)) return [];
      const given = `${valueAt(item, [key, resource])} is less than ${lower}, ${valueAt(item, [lower, resource])}`;
      return [finding(range, ["spec", "limits", index, key, resource], given)];
    });
  });
}

function containersWithin(
  range: KubeObject,
  item: unknown,
  objects: readonly KubeObject[],
): readonly ManifestFinding[] {
  return podTemplates(objects)
    .filter(({ object }) => object.metadata.namespace === range.metadata.namespace)
    .flatMap((template) =>
      containersOf(template).flatMap(({ container, path }) =>
        RESOURCES.flatMap((resource) => {
          const limit = amountOf(container, "limits", resource);
          const max = quantityAt(item, "max", resource);
          if (limit === undefined || max === undefined || limit.value <= max) return [];
          const message = `${limit} is more than the limit range of ${range.metadata.namespace} allows: ${valueAt(item, ["max", resource])}`;
          return [finding(template.object, [...path, "resources", "limits", resource], message)];
        }),
      ),
    );
}
