import { selects } from "../../../../../charts/checks/label-selector";
import { listAt, mappingAt } from "../../../../../charts/checks/object-readers";
import { type KubeObject, referenceOf, referenceText, valueAt } from "../../../../../charts/kube-object";
import type { World } from "../world";
import type { Call, End } from "./call";

/** Port of DNS. Everything asks for names: an arrow from everywhere to the same place would say nothing. */
const DNS = "53";

/** The calls that network policies admit: from whom they let in, and to whom they let out. Blocks of addresses name no system and are left out. */
export function admittedCalls(world: World): readonly Call[] {
  return world.objects
    .filter((object) => object.kind === "NetworkPolicy" && referenceOf(object).group === "networking.k8s.io")
    .flatMap((policy) => callsOf(policy, world));
}

function callsOf(policy: KubeObject, world: World): readonly Call[] {
  const { namespace = "default" } = policy.metadata;
  const subjects = podsIn(namespace, valueAt(policy, ["spec", "podSelector"]), world);
  const source = referenceText(referenceOf(policy));
  const rules = (list: "ingress" | "egress", peers: "from" | "to") =>
    listAt(policy, ["spec", list]).flatMap((rule) => {
      const ports = portsOf(rule);
      if (ports.length > 0 && ports.every((port) => port === DNS)) return [];
      const others = listAt(rule, [peers]).flatMap((peer) => endsOf(peer, namespace, world));
      return subjects.flatMap((subject) =>
        others.map((other): Call => {
          const [from, to] = list === "ingress" ? [other, subject] : [subject, other];
          return { from, to, ports, kind: "traffic", source };
        }),
      );
    });
  return [...rules("ingress", "from"), ...rules("egress", "to")];
}

/** What a peer of a policy stands for. */
function endsOf(peer: unknown, namespace: string, world: World): readonly End[] {
  const namespaceSelector = valueAt(peer, ["namespaceSelector"]);
  const podSelector = valueAt(peer, ["podSelector"]);
  if (namespaceSelector === undefined) return podSelector === undefined ? [] : podsIn(namespace, podSelector, world);
  if (Object.keys(mappingAt(peer, ["namespaceSelector"])).length === 0 && podSelector === undefined) return [];
  return world.namespaces
    .filter(({ labels }) => selects(namespaceSelector, labels))
    .flatMap(({ name }) => (podSelector === undefined ? [name] : podsIn(name, podSelector, world)));
}

/** The components whose pods a selector finds; the namespace, where it finds none that are known, or all. */
function podsIn(namespace: string, selector: unknown, world: World): readonly End[] {
  const neighbours = world.components.filter((component) => component.namespace === namespace);
  const isForAll = Object.keys(mappingAt(selector, [])).length === 0;
  const found = isForAll ? [] : neighbours.filter(({ pods }) => pods.some((labels) => selects(selector, labels)));
  return found.length === 0 ? [namespace] : found.map(({ id }) => id);
}

function portsOf(rule: unknown): readonly string[] {
  return [...new Set(listAt(rule, ["ports"]).map((port) => String(valueAt(port, ["port"]) ?? "")))].filter(Boolean);
}
