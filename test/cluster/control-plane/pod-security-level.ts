import { setTimeout as delay } from "node:timers/promises";
import type { KubeObject } from "../../../charts/kube-object";
import type { ApiClient } from "./api-client";
import { ApiRefusal } from "./api-refusal";
import { admitPodOf } from "./pod-admission";

/** Levels of the Pod Security Standards, the strictest first. */
export const LEVELS = ["restricted", "baseline", "privileged"] as const;

/** A level of the Pod Security Standards. */
export type Level = (typeof LEVELS)[number];

/** The label of a namespace that says which level its pods have to meet. */
export const ENFORCE = "pod-security.kubernetes.io/enforce";

const POLL_MILLISECONDS = 20;
const TIMEOUT_MILLISECONDS = 30_000;

/**
 * Gives a namespace a level, and waits until pods are held to it: admission reads the server's own copy of the namespace, which follows the write a little later.
 *
 * @throws {Error} when they aren't after {@link TIMEOUT_MILLISECONDS}
 */
export async function enforceLevel(api: ApiClient, namespace: KubeObject, level: Level): Promise<void> {
  const { labels, ...metadata } = namespace.metadata;
  await api.apply({ ...namespace, metadata: { ...metadata, labels: { ...labels, [ENFORCE]: level } } });
  const deadline = Date.now() + TIMEOUT_MILLISECONDS;
  while ((await levelOf(api, metadata.name)) !== level) {
    if (Date.now() > deadline) throw new Error(`Pods of ${metadata.name} are not held to ${level}.`);
    await delay(POLL_MILLISECONDS);
  }
}

/** The level that pods of a namespace are held to: what refuses one that shares its node's network, which only `privileged` admits. */
async function levelOf(api: ApiClient, namespace: string): Promise<string | undefined> {
  const containers = [{ name: "probe", image: "probe" }];
  const probe: KubeObject = {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: { name: "level-probe", namespace },
    spec: { template: { spec: { hostNetwork: true, restartPolicy: "Never", containers } } },
  };
  try {
    await admitPodOf(api, probe);
    return "privileged";
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    return /violates PodSecurity "([a-z]+):/.exec(error.message)?.[1];
  }
}
