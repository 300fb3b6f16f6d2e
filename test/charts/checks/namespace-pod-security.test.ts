import { namespacePodSecurity } from "../../../charts/checks/namespace-pod-security";
import { type KubeObject, pathText } from "../../../charts/kube-object";
import { namespace, operator, platform } from "./istio-fixture";

const ENFORCE = "pod-security.kubernetes.io/enforce";
const WARN = "pod-security.kubernetes.io/warn";
const WITHOUT = { "istio-injection": "disabled" };
const AGENT = operator({ components: { cni: { enabled: true } } });
const found = (...objects: KubeObject[]) =>
  namespacePodSecurity.find({ objects, platform }).map(({ path, message }) => `${pathText(path)}: ${message}`);

describe("check namespace-pod-security", () => {
  it.each([
    ["sidecars with the agent on the nodes", [namespace("shop"), AGENT]],
    [
      "the strictest level with the agent",
      [namespace("shop", { [ENFORCE]: "restricted", [WARN]: "restricted" }), AGENT],
    ],
    ["sidecars where everything is admitted", [namespace("shop", { [ENFORCE]: "privileged" })]],
    ["no sidecars", [namespace("shop", WITHOUT)]],
  ])("holds for %s", (_, objects) => {
    expect(found(...objects)).toEqual([]);
  });

  it.each([
    [
      "sidecars without the agent",
      [namespace("shop"), operator({ components: { cni: { enabled: false } } })],
      `metadata.labels["${ENFORCE}"]: baseline refuses every pod with a sidecar: istio-init runs as root`,
    ],
    [
      "sidecars without a mesh",
      [namespace("shop", { [ENFORCE]: "restricted" })],
      "restricted refuses every pod with a sidecar",
    ],
    [
      "a misspelt level",
      [namespace("shop", { ...WITHOUT, [ENFORCE]: "strict" })],
      `metadata.labels["${ENFORCE}"]: strict; one of restricted, baseline, privileged`,
    ],
    [
      "a missing warning",
      [{ ...namespace("shop"), metadata: { name: "shop", labels: { [ENFORCE]: "baseline" } } }],
      `metadata.labels["${WARN}"]: missing; one of`,
    ],
  ])("finds %s", (_, objects, message) => {
    expect(found(...objects)).toEqual([expect.stringContaining(message)]);
  });
});
