import { listAt, mappingAt, textAt } from "../../../charts/checks/object-readers";
import { containersOf, type PodTemplate, portsOf, type TemplateContainer } from "../../../charts/checks/pod-templates";
import { type KubeObject, valueAt } from "../../../charts/kube-object";
import type { Estate } from "../../estate";
import { type Problem, podRule, problem } from "../../rule";

/** Kinds whose pods run for good. */
const LASTING: ReadonlySet<string> = new Set(["DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"]);

/**
 * Servers are watched by the kubelet. What serves nothing needs no probe: a process that ends is started again without one, and nothing asks it.
 *
 * Source: kubernetes.io, Pod Lifecycle, When should you use a liveness probe?
 */
export const containerProbes = podRule(
  {
    id: "container-probes",
    title: "Containers that serve have a liveness probe, and those that a Service calls a readiness probe",
    severity: "high",
    enforcement: "mandatory",
    why: "A server that hangs is never started again, calls go to pods that can't answer yet, and a rollout goes on over pods that don't work.",
    remediation: "Give the container a livenessProbe and a readinessProbe that ask it whether it works.",
    link: "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes",
  },
  {
    when: (template) =>
      LASTING.has(template.object.kind) &&
      runningContainers(template).some(({ container }) => portsOf(container).length > 0),
    check: (template, estate) => [
      ...runningContainers(template).flatMap((one) => judge(one, template, estate)),
      ...unreadyPods(template),
    ],
  },
);

function judge({ container, path }: TemplateContainer, template: PodTemplate, estate: Estate): readonly Problem[] {
  if (portsOf(container).length === 0) return [];
  const service = servicesTo(container, template, estate)[0];
  return [
    ...(container.livenessProbe === undefined
      ? [problem([...path, "livenessProbe"], "is missing; the container serves a port")]
      : []),
    ...(service !== undefined && container.readinessProbe === undefined
      ? [problem([...path, "readinessProbe"], `is missing; Service ${service.metadata.name} sends to the container`)]
      : []),
  ];
}

/** A pod that serves and isn't asked at all counts as ready when its programs have started. */
function unreadyPods(template: PodTemplate): readonly Problem[] {
  const containers = runningContainers(template);
  if (containers.some(({ container }) => container.readinessProbe !== undefined)) return [];
  return [
    problem([...template.path, "spec", "containers"], "have no readinessProbe; at least one has to tell a rollout"),
  ];
}

/** The containers that don't end: sidecars of the native kind are init containers. */
function runningContainers(template: PodTemplate): readonly TemplateContainer[] {
  return containersOf(template).filter(
    ({ container, path }) => path.at(-2) === "containers" || container.restartPolicy === "Always",
  );
}

/** The Services that send to a container once it is ready. */
function servicesTo(
  container: TemplateContainer["container"],
  { object, labels }: PodTemplate,
  estate: Estate,
): readonly KubeObject[] {
  const ports = portsOf(container).flatMap(({ name, number }) => [name, number].filter((port) => port !== ""));
  return estate.ofKind("/Service").filter((service) => {
    const selector = Object.entries(mappingAt(service, ["spec", "selector"]));
    return (
      service.metadata.namespace === object.metadata.namespace &&
      valueAt(service, ["spec", "publishNotReadyAddresses"]) !== true &&
      selector.length > 0 &&
      selector.every(([key, value]) => labels[key] === value) &&
      listAt(service, ["spec", "ports"]).some((port) => ports.includes(targetOf(port)))
    );
  });
}

/** Without a target the Service's own number is meant. */
function targetOf(port: unknown): string | number {
  return textAt(port, ["targetPort"]) || Number(valueAt(port, ["targetPort"]) ?? valueAt(port, ["port"]));
}
