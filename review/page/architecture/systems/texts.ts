import { mappingAt } from "../../../../charts/checks/object-readers";
import type { KubeObject } from "../../../../charts/kube-object";
import type { Component } from "./component";

/** Every text in a component's configuration, and in the ConfigMaps of its namespace that it names. */
export function textsOf({ namespace, data }: Component, objects: readonly KubeObject[]): readonly string[] {
  const own = textsIn(data);
  const named = new Set(own);
  const mounted = objects.filter(
    ({ kind, metadata }) => kind === "ConfigMap" && metadata.namespace === namespace && named.has(metadata.name),
  );
  return [...own, ...mounted.flatMap((object) => textsIn(mappingAt(object, ["data"])))];
}

/** Every text in a value, at any depth; keys are none. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
