import { isIPv4 } from "node:net";
import type { KubeObject } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding, listAt, textAt } from "./object-readers";
import { containersOf, type PodTemplate, podTemplates, type TemplateContainer } from "./pod-templates";

/** Variables that name files. */
const FILES = ["ETCDCTL_CACERT", "ETCDCTL_CERT", "ETCDCTL_KEY"] as const;

/** Judges every container whose command or arguments call etcdctl. */
export const etcdctlConnections: ManifestCheck = {
  title: "Every call of etcdctl finds its members, in time",
  severity: "high",
  why: "Without addresses etcdctl asks its own pod; without the files or the names it reaches nobody; without a time limit of its own it gives up a compaction after five seconds.",
  remediation:
    "Set ETCDCTL_ENDPOINTS to names that resolve in the pod, mount the files that ETCDCTL_* name, and set ETCDCTL_COMMAND_TIMEOUT for compactions.",
  source: "etcd 3.5, etcdctl, README (ETCDCTL_*, --command-timeout); compatibility page, E1, E6, E8, E9",
  link: "https://github.com/etcd-io/etcd/blob/release-3.5/etcdctl/README.md",
  find: ({ objects }) =>
    podTemplates(objects).flatMap((template) =>
      containersOf(template)
        .filter(({ container }) => textOf(container).includes("etcdctl "))
        .flatMap((container) => judge(template, container, objects)),
    ),
};

function judge(
  template: PodTemplate,
  { container, path }: TemplateContainer,
  objects: readonly KubeObject[],
): readonly ManifestFinding[] {
  const at = [...path, "env"];
  const endpoints = variable(container, "ETCDCTL_ENDPOINTS");
  if (endpoints === "") {
    return [
      finding(
        template.object,
        at,
        "etcdctl without ETCDCTL_ENDPOINTS asks 127.0.0.1:2379, where nothing of this pod listens",
      ),
    ];
  }
  const mounts = listAt(container, ["volumeMounts"]).map((mount) => `${textAt(mount, ["mountPath"])}/`);
  const messages = [
    ...endpoints
      .split(",")
      .map(hostOf)
      .filter((host) => !resolves(host, template, objects))
      .map(
        (host) => `${host} is no name that a pod here resolves: neither a Service of the namespace nor in hostAliases`,
      ),
    ...FILES.map((name) => variable(container, name))
      .filter((file) => file !== "" && !mounts.some((mount) => file.startsWith(mount)))
      .map((file) => `${file} is in no volume of the container`),
    ...(textOf(container).includes("--physical") && variable(container, "ETCDCTL_COMMAND_TIMEOUT") === ""
      ? ["waits for a compaction with etcdctl's own limit of 5 s: set ETCDCTL_COMMAND_TIMEOUT"]
      : []),
  ];
  return messages.map((message) => finding(template.object, at, message));
}

/** Command and arguments as one text. */
function textOf(container: unknown): string {
  return [...listAt(container, ["command"]), ...listAt(container, ["args"])].join("\n");
}

function variable(container: unknown, name: string): string {
  const found = listAt(container, ["env"]).find((item) => textAt(item, ["name"]) === name);
  return textAt(found, ["value"]);
}

function hostOf(endpoint: string): string {
  return endpoint.replace(/^\w+:\/\//, "").replace(/:\d+$/, "");
}

/** Addresses and names with dots are taken as they are; a short name is an alias, or a Service beside the pod. */
function resolves(host: string, { object, spec }: PodTemplate, objects: readonly KubeObject[]): boolean {
  if (isIPv4(host) || host.includes(".") || host === "localhost") return true;
  const aliases = listAt(spec, ["hostAliases"]).flatMap((alias) => listAt(alias, ["hostnames"]));
  const services = objects.filter(
    ({ kind, metadata }) => kind === "Service" && metadata.namespace === object.metadata.namespace,
  );
  return aliases.includes(host) || services.some(({ metadata }) => metadata.name === host);
}
