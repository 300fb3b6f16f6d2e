import { k8s } from "cdk8s-plus-29";
import { restrictedContainer } from "../restricted-container";

/** Label by which the lab's pods are found, by Services, policies and Prometheus. */
export const NAME_LABEL = "app.kubernetes.io/name";

/** Labels of the pods of a component. */
export function podLabels(name: string): Record<string, string> {
  return { [NAME_LABEL]: name };
}

/** What every pod of the lab has: a user that isn't root, and what the level restricted asks for. */
export function restrictedPod(user: number, group = user) {
  return {
    enableServiceLinks: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: user,
      runAsGroup: group,
      fsGroup: group,
      // Large volumes start at once: ownership is looked at file by file only when the top folder differs.
      fsGroupChangePolicy: "OnRootMismatch",
      seccompProfile: { type: "RuntimeDefault" },
    },
  };
}

/** What a container gets, and may not do. `limits` names memory alone: processor time that nobody wants is nobody's loss. */
export function contained(cpu: string, memory: string, memoryLimit: string) {
  return {
    resources: {
      requests: { cpu: k8s.Quantity.fromString(cpu), memory: k8s.Quantity.fromString(memory) },
      limits: { memory: k8s.Quantity.fromString(memoryLimit) },
    },
    securityContext: restrictedContainer(),
  };
}

/** A probe that asks for a path at a named port. */
export function answers(path: string, port: string, more: Partial<k8s.Probe> = {}): k8s.Probe {
  return { httpGet: { path, port: k8s.IntOrString.fromString(port) }, timeoutSeconds: 3, ...more };
}

/** Scratch space, gone with the pod. */
export function scratch(name: string, size: string, medium = ""): k8s.Volume {
  return { name, emptyDir: { ...(medium === "" ? {} : { medium }), sizeLimit: k8s.Quantity.fromString(size) } };
}

/** A Service in front of the pods of a component, at one port of theirs. */
export function serviceFor(name: string, namespace: string, pods: string, port: number): k8s.KubeServiceProps {
  return {
    metadata: { name, namespace, labels: podLabels(pods) },
    spec: {
      selector: podLabels(pods),
      ports: [
        { name: "http", port, targetPort: k8s.IntOrString.fromString("http"), protocol: "TCP", appProtocol: "http" },
      ],
    },
  };
}
