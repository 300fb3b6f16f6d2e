import type { ManifestCheck, ManifestFinding } from "../../../charts/checks/check";
import type { KubeObject } from "../../../charts/kube-object";
import { prodPlatform } from "../../infra/prod-platform";

const platform = prodPlatform();

/** What a workload of these tests is made of. */
export interface WorkloadParts {
  readonly kind?: "Deployment" | "StatefulSet";
  readonly replicas?: number;
  readonly labels?: Readonly<Record<string, string>>;
  readonly spec?: Readonly<Record<string, unknown>>;
}

/** A workload with one container, of namespace `a` and label `app: a`. */
export function workload({
  kind = "StatefulSet",
  replicas = 3,
  labels = { app: "a" },
  spec = {},
}: WorkloadParts = {}): KubeObject {
  return {
    apiVersion: "apps/v1",
    kind,
    metadata: { name: "a", namespace: "a" },
    spec: { replicas, template: { metadata: { labels }, spec: { containers: [{ name: "a" }], ...spec } } },
  };
}

/** What a check finds in objects on the platform of prod. */
export function findIn(check: ManifestCheck, ...objects: readonly KubeObject[]): readonly ManifestFinding[] {
  return check.find({ objects, platform });
}

/** The messages of what a check finds. */
export function messagesIn(check: ManifestCheck, ...objects: readonly KubeObject[]): readonly string[] {
  return findIn(check, ...objects).map(({ message }) => message);
}
