import { podTemplates } from "../../../charts/checks/pod-templates";
import { pathText } from "../../../charts/kube-object";
import { offencesAgainst } from "../../../policies/pod-security/level";

const hardened = {
  allowPrivilegeEscalation: false,
  runAsNonRoot: true,
  capabilities: { drop: ["ALL"] },
  seccompProfile: { type: "RuntimeDefault" },
};

/** What a level says of a pod with one container. */
function offences(level: "baseline" | "restricted" | "privileged", pod: object, container: object, annotations = {}) {
  const spec = { ...pod, containers: [{ name: "a", ...container }] };
  const object = { apiVersion: "v1", kind: "Pod", metadata: { name: "a", annotations }, spec };
  return podTemplates([object]).flatMap((template) =>
    offencesAgainst(level, template).map(({ path, given }) => `${pathText(path)} ${given}`),
  );
}

const context = (fields: object) => ({ securityContext: fields });
const CONTEXT = "spec.containers[0].securityContext";

/** Each control of the standards, as `k8s.io/pod-security-admission` v0.29 tries it. */
describe("level baseline", () => {
  it.each([
    ["a pod that says nothing", {}, {}],
    ["capabilities that runtimes give", {}, context({ capabilities: { add: ["NET_BIND_SERVICE", "CHOWN"] } })],
    ["a SELinux type of containers", context({ seLinuxOptions: { type: "container_init_t", level: "s0" } }), {}],
    ["the default mount of /proc", {}, context({ procMount: "Default" })],
    ["a safe kernel parameter", context({ sysctls: [{ name: "net.ipv4.tcp_fin_timeout", value: "30" }] }), {}],
    ["a port of its own", {}, { ports: [{ containerPort: 80, hostPort: 0 }] }],
  ])("admits %s", (_, pod, container) => {
    expect(offences("baseline", pod, container)).toEqual([]);
  });

  it.each<[string, object, object, string]>([
    ["the node's network", { hostNetwork: true }, {}, "spec.hostNetwork is true"],
    ["the node's processes", { hostPID: true }, {}, "spec.hostPID is true"],
    ["the node's memory", { hostIPC: true }, {}, "spec.hostIPC is true"],
    ["a privileged container", {}, context({ privileged: true }), `${CONTEXT}.privileged is true`],
    [
      "the host process of Windows",
      context({ windowsOptions: { hostProcess: true } }),
      {},
      "spec.securityContext.windowsOptions.hostProcess is true",
    ],
    ["a path of the node", { volumes: [{ hostPath: { path: "/" } }] }, {}, "spec.volumes[0].hostPath is / of the node"],
    ["a port of the node", {}, { ports: [{ hostPort: 80 }] }, "spec.containers[0].ports[0].hostPort is 80"],
    [
      "a capability",
      {},
      context({ capabilities: { add: ["SYS_ADMIN"] } }),
      `${CONTEXT}.capabilities.add[0] is SYS_ADMIN`,
    ],
    [
      "a SELinux type",
      context({ seLinuxOptions: { type: "spc_t" } }),
      {},
      "spec.securityContext.seLinuxOptions.type is spc_t",
    ],
    ["a SELinux user", {}, context({ seLinuxOptions: { user: "u" } }), `${CONTEXT}.seLinuxOptions.user is u`],
    ["an open /proc", {}, context({ procMount: "Unmasked" }), `${CONTEXT}.procMount is Unmasked`],
    [
      "no seccomp",
      context({ seccompProfile: { type: "Unconfined" } }),
      {},
      "spec.securityContext.seccompProfile.type is Unconfined",
    ],
    [
      "a kernel parameter",
      context({ sysctls: [{ name: "kernel.msgmax", value: "1" }] }),
      {},
      "spec.securityContext.sysctls[0].name is kernel.msgmax",
    ],
  ])("refuses %s", (_, pod, container, said) => {
    expect(offences("baseline", pod, container)).toEqual([said]);
    expect(offences("privileged", pod, container)).toEqual([]);
  });

  it.each([
    ["runtime/default", []],
    ["localhost/own", []],
    ["unconfined", ['metadata.annotations["container.apparmor.security.beta.kubernetes.io/a"] is unconfined']],
  ])("of AppArmor's profile %s", (profile, said) => {
    const annotations = { "container.apparmor.security.beta.kubernetes.io/a": profile };
    expect(offences("baseline", {}, {}, annotations)).toEqual(said);
  });
});

describe("level restricted", () => {
  it.each([
    ["a hardened container", {}, context(hardened)],
    [
      "a hardened container with a low port",
      {},
      context({ ...hardened, capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE"] } }),
    ],
    [
      "what the pod says for its containers",
      context({ runAsNonRoot: true, runAsUser: 1, seccompProfile: { type: "Localhost", localhostProfile: "a" } }),
      context({ allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } }),
    ],
    ["volumes of the pod's own", { volumes: [{ name: "a", emptyDir: {} }, { name: "b" }] }, context(hardened)],
    ["a pod for Windows", { os: { name: "windows" } }, context({ runAsNonRoot: true })],
  ])("admits %s", (_, pod, container) => {
    expect(offences("restricted", pod, container)).toEqual([]);
  });

  it.each<[string, object, object, string]>([
    ["escalation", {}, { allowPrivilegeEscalation: true }, `${CONTEXT}.allowPrivilegeEscalation is true`],
    ["capabilities", {}, { capabilities: {} }, `${CONTEXT}.capabilities.drop is empty`],
    [
      "an added one",
      {},
      { capabilities: { drop: ["ALL"], add: ["CHOWN"] } },
      `${CONTEXT}.capabilities.add[0] is CHOWN`,
    ],
    ["any user", {}, { runAsNonRoot: undefined }, `${CONTEXT}.runAsNonRoot is not set`],
    ["a pod's no", context({ runAsNonRoot: false }), {}, "spec.securityContext.runAsNonRoot is false"],
    ["user 0", {}, { runAsUser: 0 }, `${CONTEXT}.runAsUser is 0`],
    ["no profile", {}, { seccompProfile: undefined }, `${CONTEXT}.seccompProfile.type is not set`],
    ["a volume of NFS", { volumes: [{ name: "a", nfs: {} }] }, {}, "spec.volumes[0].nfs is given"],
  ])("refuses %s", (_, pod, fields, said) => {
    expect(offences("restricted", pod, context({ ...hardened, ...fields }))).toEqual([said]);
  });

  it("refuses what baseline refuses", () => {
    expect(offences("restricted", { hostNetwork: true }, context(hardened))).toEqual(["spec.hostNetwork is true"]);
  });
});
