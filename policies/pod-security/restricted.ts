import { listAt } from "../../charts/checks/object-readers";
import type { PodTemplate } from "../../charts/checks/pod-templates";
import { valueAt } from "../../charts/kube-object";
import { type Control, containerContexts, givenText, type Offence, podContext, securityContexts } from "./control";

/** Kinds of volumes that hold nothing of a node and no disk that somebody else may mount. */
const VOLUMES: readonly string[] = [
  ...["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"],
];

const SECCOMP_PROFILES: readonly unknown[] = ["RuntimeDefault", "Localhost"];

/** Level baseline has its say about paths of the node. */
const volumeKinds: Control = ({ path, spec }) =>
  listAt(spec, ["volumes"]).flatMap((volume, index) =>
    Object.keys(volume as object)
      .filter((kind) => kind !== "name" && kind !== "hostPath" && !VOLUMES.includes(kind))
      .map((kind) => ({
        path: [...path, "spec", "volumes", index, kind],
        given: "is given",
        allowed: VOLUMES.join(", "),
      })),
  );

/** No program gets more than the one that starts it: setuid has no effect. */
export const noEscalation: Control = (template) =>
  isWindows(template)
    ? []
    : containerContexts(template)
        .filter(({ context }) => context.allowPrivilegeEscalation !== false)
        .map(({ context, path }) => ({
          path: [...path, "allowPrivilegeEscalation"],
          given: givenText(context.allowPrivilegeEscalation),
          allowed: "false",
        }));

/** All capabilities are given up; a port below 1024 may be asked for. */
export const noCapabilities: Control = (template) =>
  isWindows(template)
    ? []
    : containerContexts(template).flatMap(({ context, path }): readonly Offence[] => {
        const at = [...path, "capabilities"];
        const drop = listAt(context, ["capabilities", "drop"]);
        return [
          ...(drop.includes("ALL")
            ? []
            : [{ path: [...at, "drop"], given: drop.length === 0 ? "is empty" : `is ${drop}`, allowed: "ALL" }]),
          ...listAt(context, ["capabilities", "add"]).flatMap((added, index) =>
            added === "NET_BIND_SERVICE"
              ? []
              : [{ path: [...at, "add", index], given: `is ${added}`, allowed: "NET_BIND_SERVICE" }],
          ),
        ];
      });

/** The kubelet starts no container as root, whatever its image says. A container's own word wins over the pod's. */
export const nonRoot: Control = (template) => {
  const { context: pod, path: podPath } = podContext(template);
  const refused = pod.runAsNonRoot === false;
  return [
    ...(refused ? [{ path: [...podPath, "runAsNonRoot"], given: "is false", allowed: "true" }] : []),
    ...containerContexts(template)
      .filter(({ context }) => (context.runAsNonRoot ?? (refused || pod.runAsNonRoot)) !== true)
      .map(({ context, path }) => ({
        path: [...path, "runAsNonRoot"],
        given: givenText(context.runAsNonRoot),
        allowed: "true, here or for the pod",
      })),
    ...securityContexts(template)
      .filter(({ context }) => context.runAsUser === 0)
      .map(({ path }) => ({ path: [...path, "runAsUser"], given: "is 0", allowed: "any other user" })),
  ];
};

const seccompProfile: Control = (template) => {
  if (isWindows(template)) return [];
  const profileOf = (context: unknown) => valueAt(context, ["seccompProfile", "type"]);
  const pod = profileOf(podContext(template).context);
  return containerContexts(template)
    .map(({ context, path }) => ({ path: [...path, "seccompProfile", "type"], profile: profileOf(context) ?? pod }))
    .filter(({ profile }) => !SECCOMP_PROFILES.includes(profile))
    .map(({ path, profile }) => ({
      path,
      given: givenText(profile),
      allowed: "RuntimeDefault and Localhost, here or for the pod",
    }));
};

/** A pod for Windows may not even set these fields. */
function isWindows({ spec }: PodTemplate): boolean {
  return valueAt(spec, ["os", "name"]) === "windows";
}

/** What level restricted asks for on top of baseline. */
export const RESTRICTED: readonly Control[] = [volumeKinds, noEscalation, noCapabilities, nonRoot, seccompProfile];
