import { isOf } from "./merge-keys";

/** Groups of Kubernetes itself, beside the one without a name. Source: Kubernetes API reference. */
const GROUPS = [
  "apps/",
  "autoscaling/",
  "batch/",
  "networking.k8s.io/",
  "policy/",
  "rbac.authorization.k8s.io/",
  "storage.k8s.io/",
];

/**
 * Whether a kind is one of Kubernetes itself. What a definition brings may have a kind of the same name (`Service` of serving.knative.dev) or fields of the same name, which mean something
 * else.
 *
 * @param type group and kind, as tables name it: `apps/Deployment`, `Secret`
 */
export function isBuiltIn(type: string): boolean {
  return !type.includes("/") || isOf(type, GROUPS);
}
