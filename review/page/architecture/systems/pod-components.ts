import { numberAt } from "../../../../charts/checks/object-readers";
import { type PodTemplate, podTemplates } from "../../../../charts/checks/pod-templates";
import { type KubeObject, referenceOf, referenceText, valueAt } from "../../../../charts/kube-object";
import { counted } from "../../../words";
import { type Component, componentId } from "./component";

/** Labels that name a pod's system, the first that there is. Source: Kubernetes, Recommended Labels; `app` is what older charts and Istio use. */
const NAMES = ["app.kubernetes.io/name", "app"] as const;

/** What Kubernetes itself makes pods of, one component for all workloads whose pods have the same name. */
export function podComponents(objects: readonly KubeObject[]): readonly Component[] {
  const groups = new Map<string, PodTemplate[]>();
  for (const template of podTemplates(objects)) {
    const key = componentId(template.object.metadata.namespace ?? "default", nameOf(template));
    groups.set(key, [...(groups.get(key) ?? []), template]);
  }
  return [...groups.values()].map(component);
}

function component(templates: readonly PodTemplate[]): Component {
  const [first] = templates as readonly [PodTemplate];
  const namespace = first.object.metadata.namespace ?? "default";
  const name = nameOf(first);
  return {
    id: componentId(namespace, name),
    namespace,
    name,
    what: whatOf(templates.map(({ object }) => object)),
    pods: templates.map(({ labels }) => labels),
    services: [],
    data: templates.map(({ object }) => object),
    things: templates.map(({ object }) => referenceText(referenceOf(object))),
  };
}

function nameOf({ object, labels }: PodTemplate): string {
  const named = NAMES.map((key) => labels[key]).find((value) => typeof value === "string");
  return typeof named === "string" ? named : object.metadata.name;
}

/** `2 StatefulSets, 6 pods`; what runs on every node or now and then has no number of pods. */
function whatOf(objects: readonly KubeObject[]): string {
  const kinds = [...new Set(objects.map(({ kind }) => kind))];
  const counts = kinds.map((kind) => {
    const count = objects.filter((object) => object.kind === kind).length;
    return count === 1 ? kind : counted(count, kind);
  });
  const replicated = objects.filter((object) => valueAt(object, ["spec", "replicas"]) !== undefined);
  const pods = replicated.reduce((sum, object) => sum + numberAt(object, ["spec", "replicas"]), 0);
  return [...counts, ...(replicated.length === 0 ? [] : [counted(pods, "pod")])].join(", ");
}
