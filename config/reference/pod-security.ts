import type { AddOnName } from "../sections/add-ons";

/** Levels of the Pod Security Standards, the strictest first. Source: kubernetes.io, Pod Security Standards. */
export const POD_SECURITY_LEVELS = ["restricted", "baseline", "privileged"] as const;

/** A level of the Pod Security Standards. */
export type PodSecurityLevel = (typeof POD_SECURITY_LEVELS)[number];

/** Whether the first level refuses pods that the second admits. */
export function isStricter(first: PodSecurityLevel, second: PodSecurityLevel): boolean {
  return POD_SECURITY_LEVELS.indexOf(first) < POD_SECURITY_LEVELS.indexOf(second);
}

/** The strictest level that the pods of each add-on meet, as their charts make them with the values of `infra/add-ons`. */
export const ADD_ON_LEVELS: Readonly<Record<AddOnName, PodSecurityLevel>> = {
  "cert-manager": "restricted",
  // The sidecar that its controller gets sets no seccomp profile.
  "ingress-nginx": "baseline",
  "metrics-server": "restricted",
  velero: "baseline",
  // Reads the log files of the node.
  "fluent-bit": "privileged",
  prometheus: "baseline",
  grafana: "baseline",
  alertmanager: "baseline",
  // Uses the network, the processes and the file systems of the node.
  "prometheus-node-exporter": "privileged",
  // The operator's pods, and by default those that it makes, set no seccomp profile.
  "strimzi-kafka-operator": "baseline",
  // Sees the mounts of the node.
  "local-static-provisioner": "privileged",
  // Its chart sets no seccomp profile.
  "aws-load-balancer-controller": "baseline",
};
