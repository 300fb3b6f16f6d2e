import type { KubeObject } from "../../../../charts/kube-object";
import type { PlannedResource } from "../../../../policies/resource";
import type { Component } from "./component";
import { foreignComponents } from "./foreign-components";
import { installedComponents } from "./installed-components";
import { istioComponents } from "./istio-components";
import { podComponents } from "./pod-components";
import { strimziComponents } from "./strimzi-components";

/** Everything that runs in the cluster, as far as plan and objects tell, by namespace and name. */
export function componentsOf(
  resources: readonly PlannedResource[],
  objects: readonly KubeObject[],
): readonly Component[] {
  const ours = [
    ...podComponents(objects),
    ...strimziComponents(objects),
    ...istioComponents(objects),
    ...installedComponents(resources),
  ];
  return [...ours, ...foreignComponents(objects, ours)].sort((a, b) => (a.id < b.id ? -1 : 1));
}
