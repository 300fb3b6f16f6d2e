import { listAt, textAt } from "../../../charts/checks/object-readers";
import { containersOf, type PodTemplate, portsOf, type TemplateContainer } from "../../../charts/checks/pod-templates";
import { valueAt } from "../../../charts/kube-object";
import { type Problem, podRule, problem } from "../../rule";

type Path = readonly (string | number)[];
type Container = TemplateContainer["container"];

const PROBES = ["startupProbe", "livenessProbe", "readinessProbe"] as const;
const QUESTIONS = ["httpGet", "tcpSocket", "grpc"] as const;

/** The container alone, with the port if one is named. */
const LOOPBACK = /^(?:\w+:\/\/)?(?:127(?:\.\d+){3}|localhost|::1|\[::1\])(?::(\d+))?\/?$/i;

/** Names of settings that hold the address of a server, and of those that hold it without a port. What serves metrics or profiles has a name that says so. */
const ADDRESS_NAME = /(^|[-_.])(bind|listen|listeners?|addr|address)([-_.]|$)/i;
const PORTLESS_NAME = /^(?!.*(metrics|admin|debug|pprof))(.*[-_.])?(bind|listen)([-_.]?(addr|address|host|ip))?$/i;

/** A server that only its own pod reaches. */
interface LocalServer {
  /** The setting that says so. */
  readonly name: string;
  /** Undefined where the setting holds for all ports of the program. */
  readonly port: number | undefined;
}

/** Probes reach the server that they ask. That its container declares the port is rule probe-ports. */
export const probeAddresses = podRule(
  {
    id: "probe-addresses",
    title: "Probes ask a server at the address of the pod",
    severity: "high",
    enforcement: "mandatory",
    why: "The kubelet asks from the node: a server bound to 127.0.0.1 never answers it, and a host in the probe is another machine, so that a healthy pod is killed.",
    remediation: "Bind the server to the pod's address (0.0.0.0), and leave host out of the probe.",
    link: "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/",
  },
  {
    when: (template) => networkProbes(template).length > 0,
    check: (template) => networkProbes(template).flatMap(judge),
  },
);

/** A question that the kubelet asks over the network. */
interface NetworkProbe {
  readonly path: Path;
  readonly question: unknown;
  readonly container: Container;
}

function networkProbes(template: PodTemplate): readonly NetworkProbe[] {
  return containersOf(template).flatMap(({ container, path }) =>
    PROBES.flatMap((probe) =>
      QUESTIONS.flatMap((kind) => {
        const question = valueAt(container, [probe, kind]);
        return question === undefined ? [] : [{ path: [...path, probe, kind], question, container }];
      }),
    ),
  );
}

function judge({ path, question, container }: NetworkProbe): readonly Problem[] {
  const host = textAt(question, ["host"]);
  const asked = valueAt(question, ["port"]);
  const port = portsOf(container).find(({ name }) => name === asked)?.number ?? asked;
  const local = localServers(container).find((server) => server.port === undefined || server.port === port);
  return [
    ...(host === "" ? [] : [problem([...path, "host"], `is ${host}; left out, it is the pod`)]),
    ...(local === undefined
      ? []
      : [problem([...path, "port"], `is ${asked}, which ${local.name} binds to the container alone`)]),
  ];
}

function localServers(container: Container): readonly LocalServer[] {
  return settingsOf(container).flatMap(([name, value]): readonly LocalServer[] => {
    const match = LOOPBACK.exec(value);
    if (match === null) return [];
    const port = match[1] === undefined ? undefined : Number(match[1]);
    return (port === undefined ? PORTLESS_NAME : ADDRESS_NAME).test(name) ? [{ name, port }] : [];
  });
}

/** What a container's program is told: its environment, and flags with a value, in one word or two. */
function settingsOf(container: Container): readonly (readonly [name: string, value: string])[] {
  const words = [...listAt(container, ["command"]), ...listAt(container, ["args"])].map(String);
  return [
    ...listAt(container, ["env"]).map((variable) => [textAt(variable, ["name"]), textAt(variable, ["value"])] as const),
    ...words.flatMap((word, index) => {
      const [, name, value] = /^--?([\w.-]+)(?:=(.*))?$/s.exec(word) ?? [];
      return name === undefined ? [] : [[name, value ?? words[index + 1] ?? ""] as const];
    }),
  ];
}
