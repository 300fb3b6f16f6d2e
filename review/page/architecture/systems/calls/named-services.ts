import { selects } from "../../../../../charts/checks/label-selector";
import { valueAt } from "../../../../../charts/kube-object";
import type { Component } from "../component";
import type { World } from "../world";
import type { Call, End } from "./call";

/** A Service by its whole name: `name.namespace.svc`, with the cluster's domain or without, maybe with a port. Source: Kubernetes, DNS for Services and Pods. */
const WHOLE = /([a-z0-9][a-z0-9-]*)\.([a-z0-9][a-z0-9-]*)\.svc(?![a-z0-9-])(?:\.[a-z0-9.-]*[a-z0-9])?(?::(\d{1,5}))?/g;
/** A Service of the same namespace, which needs its port here to be told from any other word. */
const SHORT = /(?<![\w.-])([a-z0-9][a-z0-9-]*):(\d{2,5})(?!\d)/g;

/** The calls to Services whose names a component's configuration holds. */
export function namedServices(world: World): readonly Call[] {
  return world.components.flatMap((component) => {
    const texts = world.texts.get(component) ?? [];
    const [source = component.id] = component.things;
    const call = (to: End, port: string | undefined): Call => ({
      from: component.id,
      to,
      ports: port === undefined ? [] : [port],
      kind: "traffic",
      source,
    });
    return texts.flatMap((text) => [
      ...[...text.matchAll(WHOLE)].map(([, name = "", namespace = "", port]) =>
        call(behind(name, namespace, world) ?? namespace, port),
      ),
      ...[...text.matchAll(SHORT)].flatMap(([, name = "", port]) => {
        const to = behind(name, component.namespace, world);
        return to === undefined ? [] : [call(to, port)];
      }),
    ]);
  });
}

/** What a Service leads to: the component whose pods it selects, that it belongs to by name, or of whose release it is. */
function behind(name: string, namespace: string, world: World): End | undefined {
  const neighbours = world.components.filter((component) => component.namespace === namespace);
  const service = world.objects.find(
    ({ kind, metadata }) => kind === "Service" && metadata.name === name && metadata.namespace === namespace,
  );
  const selector = { matchLabels: valueAt(service, ["spec", "selector"]) };
  const selected = (component: Component) =>
    service !== undefined && component.pods.some((labels) => selects(selector, labels));
  const found =
    neighbours.find(selected) ??
    neighbours.find(({ services }) => services.includes(name)) ??
    neighbours.find(({ services }) => services.some((own) => name.startsWith(`${own}-`)));
  return found?.id;
}
