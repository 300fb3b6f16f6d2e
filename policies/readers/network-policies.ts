import { selects } from "../../charts/checks/label-selector";
import { listAt, mappingAt, textAt } from "../../charts/checks/object-readers";
import type { PodTemplate } from "../../charts/checks/pod-templates";
import { type KubeObject, valueAt } from "../../charts/kube-object";
import type { Estate } from "../estate";

/** The policies that limit what reaches the pods of a template. */
export function ingressPoliciesOf({ object, labels }: PodTemplate, estate: Estate): readonly KubeObject[] {
  return estate
    .ofKind("networking.k8s.io/NetworkPolicy")
    .filter(({ metadata }) => metadata.namespace === object.metadata.namespace)
    .filter((policy) => selects(valueAt(policy, ["spec", "podSelector"]), labels))
    .filter((policy) => {
      const types = listAt(policy, ["spec", "policyTypes"]);
      // Without types a policy is about ingress.
      return types.length === 0 || types.includes("Ingress");
    });
}

/** The rules of a policy that admit everybody to a port, by their places in its list. */
export function openRules(policy: KubeObject, port: number, portNames: readonly string[]): readonly number[] {
  return listAt(policy, ["spec", "ingress"]).flatMap((rule, index) =>
    isAbout(rule, port, portNames) && isForEverybody(rule) ? [index] : [],
  );
}

/** Whether a rule is about a port; without ports it is about all. */
function isAbout(rule: unknown, port: number, portNames: readonly string[]): boolean {
  const ports = listAt(rule, ["ports"]);
  return ports.length === 0 || ports.some((each) => coversPort(each, port, portNames));
}

function coversPort(given: unknown, port: number, portNames: readonly string[]): boolean {
  const first = valueAt(given, ["port"]);
  if (first === undefined) return true;
  if (typeof first === "string") return portNames.includes(first);
  const last = valueAt(given, ["endPort"]) ?? first;
  return Number(first) <= port && port <= Number(last);
}

/** Whether a rule names nobody in particular: no peers, every namespace, or every address. */
function isForEverybody(rule: unknown): boolean {
  const peers = listAt(rule, ["from"]);
  return peers.length === 0 || peers.some(isEverybody);
}

function isEverybody(peer: unknown): boolean {
  if (textAt(peer, ["ipBlock", "cidr"]).endsWith("/0")) return true;
  const everyNamespace =
    valueAt(peer, ["namespaceSelector"]) !== undefined && isEmpty(mappingAt(peer, ["namespaceSelector"]));
  return everyNamespace && isEmpty(mappingAt(peer, ["podSelector"]));
}

/** Whether a selector selects everything: it has no conditions. */
function isEmpty(selector: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(mappingAt(selector, ["matchLabels"])).length + listAt(selector, ["matchExpressions"]).length === 0;
}
