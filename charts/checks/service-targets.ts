import { type KubeObject, referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding, listAt, mappingAt, textAt } from "./object-readers";
import { containersOf, type PodTemplate, podTemplates, portsOf } from "./pod-templates";

/** Labels by which Strimzi finds what it makes: pods that no template here describes. */
const STRIMZI_LABELS = "strimzi.io/";

/** Judges Services with a selector, but for pods that Strimzi makes: no template here describes those. */
export const serviceTargets: ManifestCheck = {
  title: "The selector of a Service finds pods, and each of its ports is one that they declare",
  severity: "high",
  why: "Calls of the Service would be refused, or time out.",
  remediation:
    "Let spec.selector match the labels of a pod template in the namespace, and each targetPort a port of its containers.",
  source: "Kubernetes, Service (selector, targetPort)",
  link: "https://kubernetes.io/docs/concepts/services-networking/service/",
  find: ({ objects }) => {
    const templates = podTemplates(objects);
    return objects
      .filter((object) => object.kind === "Service" && referenceOf(object).group === "")
      .flatMap((service) => judge(service, templates));
  },
};

function judge(service: KubeObject, templates: readonly PodTemplate[]): readonly ManifestFinding[] {
  const path = ["spec", "selector"];
  const selector = Object.entries(mappingAt(service, path));
  // Without a selector somebody else keeps the addresses.
  if (selector.length === 0 || selector.some(([key]) => key.startsWith(STRIMZI_LABELS))) return [];
  const pods = templates.filter(
    ({ object, labels }) =>
      object.metadata.namespace === service.metadata.namespace &&
      selector.every(([key, value]) => labels[key] === value),
  );
  if (pods.length === 0) {
    const wanted = selector.map(([key, value]) => `${key}=${value}`).join(", ");
    return [finding(service, path, `no pod of the namespace has the labels ${wanted}`)];
  }
  return listAt(service, ["spec", "ports"]).flatMap((port, index) =>
    pods
      .filter((pod) => !declares(pod, port))
      .map(({ object }) =>
        finding(
          service,
          ["spec", "ports", index, "targetPort"],
          `${target(port)} (${protocol(port)}) is no port that ${object.kind} ${object.metadata.name} declares`,
        ),
      ),
  );
}

function declares(pod: PodTemplate, port: unknown): boolean {
  return containersOf(pod)
    .flatMap(({ container }) => portsOf(container))
    .some(
      ({ name, number, protocol: own }) =>
        own === protocol(port) && (target(port) === number || (name !== "" && target(port) === name)),
    );
}

/** Without a target the Service's own number is meant. */
function target(port: unknown): unknown {
  return valueAt(port, ["targetPort"]) ?? valueAt(port, ["port"]);
}

function protocol(port: unknown): string {
  return textAt(port, ["protocol"]) || "TCP";
}
