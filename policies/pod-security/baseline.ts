import { listAt, mappingAt, textAt } from "../../charts/checks/object-readers";
import { valueAt } from "../../charts/kube-object";
import { type Control, containerContexts, givenText, type Offence, securityContexts } from "./control";
import { hostAccess } from "./host-access";

/** Capabilities that container runtimes give by default, and that may therefore be asked for. */
const DEFAULT_CAPABILITIES: readonly unknown[] = [
  ...["AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD"],
  ...["NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT"],
];

/** Kernel parameters that are a pod's own, as of Kubernetes 1.29. */
const SAFE_SYSCTLS: readonly string[] = [
  "kernel.shm_rmid_forced",
  "net.ipv4.ip_local_port_range",
  "net.ipv4.ip_local_reserved_ports",
  "net.ipv4.ip_unprivileged_port_start",
  "net.ipv4.ping_group_range",
  "net.ipv4.tcp_fin_timeout",
  "net.ipv4.tcp_keepalive_intvl",
  "net.ipv4.tcp_keepalive_probes",
  "net.ipv4.tcp_keepalive_time",
  "net.ipv4.tcp_syncookies",
];

const APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
const SELINUX_TYPES: readonly string[] = ["", "container_t", "container_init_t", "container_kvm_t"];

const capabilities: Control = (template) =>
  containerContexts(template).flatMap(({ context, path }) =>
    listAt(context, ["capabilities", "add"]).flatMap((added, index): readonly Offence[] =>
      DEFAULT_CAPABILITIES.includes(added)
        ? []
        : [{ path: [...path, "capabilities", "add", index], given: `is ${added}`, allowed: "the runtime's default" }],
    ),
  );

const appArmor: Control = ({ object, path }) =>
  Object.entries(mappingAt(object, [...path, "metadata", "annotations"]))
    .filter(([key, value]) => key.startsWith(APP_ARMOR) && !/^($|runtime\/default$|localhost\/)/.test(String(value)))
    .map(([key, value]) => ({
      path: [...path, "metadata", "annotations", key],
      given: givenText(value),
      allowed: "runtime/default and localhost/*",
    }));

const seLinux: Control = (template) =>
  securityContexts(template).flatMap(({ context, path }) => {
    const options = mappingAt(context, ["seLinuxOptions"]);
    const at = [...path, "seLinuxOptions"];
    const type = textAt(options, ["type"]);
    return [
      ...(SELINUX_TYPES.includes(type)
        ? []
        : [{ path: [...at, "type"], given: `is ${type}`, allowed: SELINUX_TYPES.slice(1).join(", ") }]),
      ...["user", "role"]
        .filter((field) => textAt(options, [field]) !== "")
        .map((field) => ({ path: [...at, field], given: givenText(options[field]), allowed: "none" })),
    ];
  });

const procMount: Control = (template) =>
  containerContexts(template)
    .filter(({ context }) => (context.procMount ?? "Default") !== "Default")
    .map(({ context, path }) => ({
      path: [...path, "procMount"],
      given: givenText(context.procMount),
      allowed: "Default",
    }));

/** Whoever says nothing gets what the kubelet is set to. */
const seccomp: Control = (template) =>
  securityContexts(template)
    .filter(({ context }) => valueAt(context, ["seccompProfile", "type"]) === "Unconfined")
    .map(({ path }) => ({
      path: [...path, "seccompProfile", "type"],
      given: "is Unconfined",
      allowed: "RuntimeDefault and Localhost",
    }));

const sysctls: Control = ({ path, spec }) =>
  listAt(spec, ["securityContext", "sysctls"]).flatMap((sysctl, index): readonly Offence[] => {
    const name = textAt(sysctl, ["name"]);
    if (SAFE_SYSCTLS.includes(name)) return [];
    const at = [...path, "spec", "securityContext", "sysctls", index, "name"];
    return [{ path: at, given: `is ${name}`, allowed: "the safe ones" }];
  });

/** Level baseline: nothing by which a pod is known to get out of its containers. */
export const BASELINE: readonly Control[] = [hostAccess, capabilities, appArmor, seLinux, procMount, seccomp, sysctls];
