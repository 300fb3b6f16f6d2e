import { textAt } from "../../../../charts/checks/object-readers";
import { type KubeObject, referenceOf } from "../../../../charts/kube-object";
import type { PlannedResource } from "../../../../policies/resource";
import type { Component } from "./component";
import { componentsOf } from "./components";
import { textsOf } from "./texts";

/** A namespace of the cluster. */
export interface Namespace {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** What the mesh asks of callers: `STRICT` or `PERMISSIVE`; left out where nothing is said for the whole namespace. */
  readonly mtls?: string;
}

/** What calls are read from. */
export interface World {
  readonly resources: readonly PlannedResource[];
  readonly objects: readonly KubeObject[];
  readonly components: readonly Component[];
  readonly namespaces: readonly Namespace[];
  /** Every text of a component's configuration, with that of the ConfigMaps it names. */
  readonly texts: ReadonlyMap<Component, readonly string[]>;
}

/** Label that every namespace has with its own name. Source: Kubernetes, Namespaces, Automatic labelling. */
const NAMESPACE_NAME = "kubernetes.io/metadata.name";

/** Everything about the cluster, read once. */
export function worldOf(resources: readonly PlannedResource[], objects: readonly KubeObject[]): World {
  const components = componentsOf(resources, objects);
  const declared = objects.filter(({ kind, apiVersion }) => kind === "Namespace" && apiVersion === "v1");
  const names = new Set([
    ...declared.map(({ metadata }) => metadata.name),
    ...components.map(({ namespace }) => namespace),
  ]);
  const namespaces = [...names].sort().map((name): Namespace => {
    const labels = declared.find(({ metadata }) => metadata.name === name)?.metadata.labels;
    const mtls = mtlsOf(name, objects);
    return { name, labels: { ...labels, [NAMESPACE_NAME]: name }, ...(mtls === "" ? {} : { mtls }) };
  });
  const texts = new Map(components.map((component) => [component, textsOf(component, objects)]));
  return { resources, objects, components, namespaces, texts };
}

/** A PeerAuthentication without a selector is about the whole namespace. Source: Istio 1.22, PeerAuthentication. */
function mtlsOf(namespace: string, objects: readonly KubeObject[]): string {
  const authentication = objects.find(
    (object) =>
      object.kind === "PeerAuthentication" &&
      referenceOf(object).group === "security.istio.io" &&
      object.metadata.namespace === namespace &&
      !("selector" in ((object.spec ?? {}) as object)),
  );
  return textAt(authentication, ["spec", "mtls", "mode"]);
}
