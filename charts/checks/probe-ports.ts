import { valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding, listAt, textAt } from "./object-readers";
import { containersOf, type PodTemplate, podTemplates, portsOf, type TemplateContainer } from "./pod-templates";

/** Kinds of probes, and of what each can ask that has a port. */
const PROBES = ["startupProbe", "livenessProbe", "readinessProbe"] as const;
const QUESTIONS = ["httpGet", "tcpSocket", "grpc"] as const;

/** Environment variables that name the address of metrics, or of health checks: METRICS_BIND_ADDRESS, HEALTH_PROBE_BIND_ADDRESS. */
const METRICS_ADDRESS = /METRICS_(\w+_)?ADDR(ESS)?$/;
const HEALTH_ADDRESS = /(HEALTH|PROBE)_(\w+_)?ADDR(ESS)?$/;

/** Judges startup, liveness and readiness probes by the ports and variables of their container. */
export const probePorts: ManifestCheck = {
  title: "A probe asks a port that its container declares, and for health not the one that serves metrics alone",
  severity: "high",
  why: "A probe that nobody answers keeps a pod from getting traffic, or has it killed for ever.",
  remediation: "Let the probe ask the port that serves health checks, and declare that port in the container.",
  source:
    "Kubernetes, Configure Liveness, Readiness and Startup Probes; controller-runtime, pkg/manager (health checks are served at HealthProbeBindAddress alone)",
  link: "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/",
  find: ({ objects }) =>
    podTemplates(objects).flatMap((template) =>
      containersOf(template).flatMap((container) =>
        PROBES.flatMap((probe) => QUESTIONS.flatMap((question) => judge(template, container, probe, question))),
      ),
    ),
};

function judge(
  { object }: PodTemplate,
  { container, path }: TemplateContainer,
  probe: (typeof PROBES)[number],
  question: (typeof QUESTIONS)[number],
): readonly ManifestFinding[] {
  const at = [probe, question, "port"];
  const asked = valueAt(container, at);
  if (asked === undefined) return [];
  const ports = portsOf(container);
  const port = ports.find(({ name, number }) => asked === number || asked === name);
  const report = (message: string) => [finding(object, [...path, ...at], `${probe} asks port ${asked}, ${message}`)];
  if (port === undefined) {
    const declared = ports.map(({ number }) => number).join(", ") || "none";
    return report(`which the container doesn't declare; it declares ${declared}`);
  }
  const metrics = addressIn(container, METRICS_ADDRESS);
  const health = addressIn(container, HEALTH_ADDRESS);
  return question === "httpGet" && metrics?.port === port.number && health !== undefined && health.port !== port.number
    ? report(`where ${metrics.name} has the metrics; ${health.name} serves health checks at ${health.port}`)
    : [];
}

/** The first variable whose name fits and whose value ends in a port, such as `:8081` or `0.0.0.0:8081`. */
function addressIn(
  container: Readonly<Record<string, unknown>>,
  names: RegExp,
): { readonly name: string; readonly port: number } | undefined {
  return listAt(container, ["env"])
    .map((variable) => ({ name: textAt(variable, ["name"]), port: /:(\d+)$/.exec(textAt(variable, ["value"]))?.[1] }))
    .filter(({ name, port }) => names.test(name) && port !== undefined)
    .map(({ name, port }) => ({ name, port: Number(port) }))[0];
}
