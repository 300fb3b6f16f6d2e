import { listAt, numberAt, textAt } from "../../charts/checks/object-readers";
import { containersOf, type PodTemplate } from "../../charts/checks/pod-templates";
import { valueAt } from "../../charts/kube-object";
import { type Control, containerContexts, type Offence, securityContexts } from "./control";

/** A pod has namespaces of its own for network, processes and memory. */
const hostNamespaces: Control = ({ path, spec }) =>
  ["hostNetwork", "hostPID", "hostIPC"]
    .filter((field) => spec[field] === true)
    .map((field) => ({ path: [...path, "spec", field], given: "is true", allowed: "false" }));

/** A privileged container is the node's root, devices included. */
const privileged: Control = (template) =>
  containerContexts(template)
    .filter(({ context }) => context.privileged === true)
    .map(({ path }) => ({ path: [...path, "privileged"], given: "is true", allowed: "false" }));

/** The same on nodes with Windows. */
const hostProcess: Control = (template) =>
  securityContexts(template)
    .filter(({ context }) => valueAt(context, ["windowsOptions", "hostProcess"]) === true)
    .map(({ path }) => ({ path: [...path, "windowsOptions", "hostProcess"], given: "is true", allowed: "false" }));

/** No volume is a folder, a socket or a device of the node. */
const hostPaths: Control = ({ path, spec }) =>
  listAt(spec, ["volumes"]).flatMap((volume, index): readonly Offence[] => {
    if (valueAt(volume, ["hostPath"]) === undefined) return [];
    const given = `is ${textAt(volume, ["hostPath", "path"]) || "a path"} of the node`;
    return [{ path: [...path, "spec", "volumes", index, "hostPath"], given, allowed: "no such volume" }];
  });

/** No container takes a port of the node. */
const hostPorts: Control = (template) =>
  containersOf(template).flatMap(({ container, path }) =>
    listAt(container, ["ports"]).flatMap((port, index): readonly Offence[] => {
      const number = numberAt(port, ["hostPort"]);
      if (number === 0) return [];
      return [{ path: [...path, "ports", index, "hostPort"], given: `is ${number}`, allowed: "none" }];
    }),
  );

/** The controls about what belongs to the node. They are part of level baseline. */
const HOST_CONTROLS: readonly Control[] = [hostNamespaces, privileged, hostProcess, hostPaths, hostPorts];

/** What a template takes of its node. */
export function hostAccess(template: PodTemplate): readonly Offence[] {
  return HOST_CONTROLS.flatMap((control) => control(template));
}

/** How `vantage:policies.hostAccess` names a workload: `namespace/Kind/name`. */
export function workloadKey({ object: { kind, metadata } }: PodTemplate): string {
  return `${metadata.namespace ?? "default"}/${kind}/${metadata.name}`;
}
