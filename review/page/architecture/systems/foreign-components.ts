import { selects } from "../../../../charts/checks/label-selector";
import { mappingAt, numberAt, textAt } from "../../../../charts/checks/object-readers";
import { type KubeObject, referenceOf, referenceText, valueAt } from "../../../../charts/kube-object";
import { rangeText } from "../../../words";
import { type Component, componentId } from "./component";

/**
 * Workloads that others deploy, and that are known by what is said of them here: an autoscaler's target, a disruption budget's pods.
 *
 * @param known what is deployed here; budgets and autoscalers of these name nothing new
 */
export function foreignComponents(objects: readonly KubeObject[], known: readonly Component[]): readonly Component[] {
  const found = new Map<string, Component>();
  for (const object of objects) {
    const component = scaled(object) ?? guarded(object, known);
    if (component === undefined || known.some(({ id }) => id === component.id)) continue;
    const before = found.get(component.id);
    found.set(component.id, before === undefined ? component : both(before, component));
  }
  return [...found.values()];
}

function scaled(object: KubeObject): Component | undefined {
  if (object.kind !== "HorizontalPodAutoscaler") return undefined;
  const least = numberAt(object, ["spec", "minReplicas"]) || 1;
  const pods = `${rangeText(least, numberAt(object, ["spec", "maxReplicas"]))} pods`;
  return component(object, textAt(object, ["spec", "scaleTargetRef", "name"]), pods, []);
}

function guarded(object: KubeObject, known: readonly Component[]): Component | undefined {
  if (object.kind !== "PodDisruptionBudget") return undefined;
  const { namespace = "default", name } = object.metadata;
  const selector = valueAt(object, ["spec", "selector"]);
  const neighbours = known.filter((one) => one.namespace === namespace);
  if (neighbours.some(({ pods }) => pods.some((labels) => selects(selector, labels)))) return undefined;
  const labels = mappingAt(selector, ["matchLabels"]);
  return component(object, String(labels["app.kubernetes.io/name"] ?? labels.app ?? name), "", [labels]);
}

function component(object: KubeObject, name: string, what: string, pods: Component["pods"]): Component {
  const { namespace = "default" } = object.metadata;
  const id = componentId(namespace, name);
  return { id, namespace, name, what, pods, services: [], data: [], things: [referenceText(referenceOf(object))] };
}

function both(first: Component, second: Component): Component {
  return {
    ...first,
    what: first.what || second.what,
    pods: [...first.pods, ...second.pods],
    things: [...first.things, ...second.things],
  };
}
