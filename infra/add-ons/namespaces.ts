import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { Platform } from "../../config/platform";
import type { AddOnName } from "../../config/sections/add-ons";
import { installedAddOns } from "./installed";

/** Levels of the Pod Security Standards, the strictest first. */
const LEVELS = ["restricted", "baseline", "privileged"] as const;
type PodSecurityLevel = (typeof LEVELS)[number];

/** The strictest level that the pods of each add-on meet. */
export const POD_SECURITY: Readonly<Record<AddOnName, PodSecurityLevel>> = {
  "cert-manager": "restricted",
  "ingress-nginx": "baseline",
  velero: "baseline",
  // Reads the log files of the node.
  "fluent-bit": "privileged",
  prometheus: "baseline",
  grafana: "baseline",
  alertmanager: "baseline",
  // Uses the network, the processes and the file systems of the node.
  "prometheus-node-exporter": "privileged",
  "strimzi-kafka-operator": "baseline",
  // Sees the mounts of the node.
  "local-static-provisioner": "privileged",
};

/** The namespaces of the installed add-ons, each with the level that the least strict of its add-ons needs. */
export function namespaceLevels(platform: Platform): Readonly<Record<string, PodSecurityLevel>> {
  const levels: Record<string, PodSecurityLevel> = {};
  for (const name of installedAddOns(platform)) {
    const { namespace } = platform.addOns.releases[name];
    const needed = [POD_SECURITY[name], levels[namespace] ?? "restricted"];
    levels[namespace] = LEVELS[Math.max(...needed.map((level) => LEVELS.indexOf(level)))] ?? "privileged";
  }
  return levels;
}

/**
 * The namespaces of the add-ons, with Pod Security enforced. Protected where the stack protects data: deleting a namespace deletes all claims in
 * it, with their volumes.
 *
 * @param opts - what must exist before: the driver that deletes those volumes, the nodes it runs on, and the storage classes.
 */
export function namespaces(
  name: string,
  platform: Platform,
  opts: pulumi.CustomResourceOptions,
): Readonly<Record<string, k8s.core.v1.Namespace>> {
  const made = Object.entries(namespaceLevels(platform)).map(([namespace, level]) => {
    const labels = { "pod-security.kubernetes.io/enforce": level, "pod-security.kubernetes.io/warn": level };
    const resource = new k8s.core.v1.Namespace(
      `${name}-namespace-${namespace}`,
      { metadata: { name: namespace, labels } },
      { ...opts, protect: platform.platform.protectData },
    );
    return [namespace, resource] as const;
  });
  return Object.fromEntries(made);
}
