import { unguardedPods } from "../../../charts/checks/unguarded-pods";
import type { KubeObject } from "../../../charts/kube-object";
import { messagesIn, workload } from "./workload-fixture";

const POD = { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } };
const CONTAINER = { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } };

const pod = (securityContext: object, container: object, namespace = "kube-system"): KubeObject => {
  const made = workload({ spec: { securityContext, containers: [{ name: "a", securityContext: container }] } });
  return { ...made, metadata: { ...made.metadata, namespace } };
};

it("a restricted pod of kube-system is right", () => {
  expect(messagesIn(unguardedPods, pod(POD, CONTAINER))).toEqual([]);
});

it("elsewhere the namespace's level decides", () => {
  expect(messagesIn(unguardedPods, pod({}, {}, "a"))).toEqual([]);
});

it.each([
  ["runAsNonRoot is not true", { ...POD, runAsNonRoot: false }, CONTAINER],
  ["seccompProfile is not RuntimeDefault", { ...POD, seccompProfile: { type: "Unconfined" } }, CONTAINER],
  ["allowPrivilegeEscalation is not false", POD, { ...CONTAINER, allowPrivilegeEscalation: true }],
  ["not all capabilities are dropped", POD, { ...CONTAINER, capabilities: { drop: ["NET_RAW"] } }],
])("finds that %s", (message, securityContext, container) => {
  expect(messagesIn(unguardedPods, pod(securityContext, container))).toEqual([message]);
});
