import type { k8s } from "cdk8s-plus-29";
import type { PlatformWith } from "../../../config/parts";
import { objectLabels, redisOperator } from "./operator";

/** A Role and who has it, or their counterparts of the whole cluster. */
export interface Grant {
  /** Id of the pair in the chart. */
  readonly id: string;
  readonly role: k8s.KubeRoleProps;
  readonly binding: k8s.KubeRoleBindingProps;
}

/** Records of what the operator did, shown by `kubectl describe`; it never reads them. */
const WRITES_EVENTS: k8s.PolicyRule = {
  apiGroups: ["", "events.k8s.io"],
  resources: ["events"],
  verbs: ["create", "patch"],
};

/**
 * What the operator may read everywhere. The documented `WATCH_NAMESPACE` is empty, which means all namespaces: it lists and watches without one,
 * and the API server answers such calls from a ClusterRole alone. Two kinds, both without secrets in them: pods and the StatefulSets that
 * make them.
 *
 * Source: document 000, sections 5 (WATCH_NAMESPACE) and 6 (GET pods).
 */
export function clusterGrant(platform: PlatformWith<"redisOperator">): Grant {
  return grant(platform, "watch", {}, [
    { apiGroups: [""], resources: ["pods"], verbs: ["get", "list", "watch"] },
    { apiGroups: ["apps"], resources: ["statefulsets"], verbs: ["get", "list", "watch"] },
  ]);
}

/**
 * What the operator may do, and only in the namespace of the clusters: delete a pod, so that its StatefulSet makes the next one from the new
 * image, and run redis-cli in a pod. Whoever may do that to every pod of the cluster owns it.
 *
 * It changes no StatefulSet, Service, ConfigMap or disruption budget: this stack does, and two writers would undo each other's work. It reads no
 * Secret: the documented clusters have no password, and its certificate is mounted.
 *
 * Source: document 000, section 6 (DELETE pods, POST pods/exec).
 */
export function upgradeGrant(platform: PlatformWith<"redis" | "redisOperator">): Grant {
  return grant(platform, "upgrades", { namespace: platform.redis.namespace }, [
    { apiGroups: [""], resources: ["pods"], verbs: ["delete"] },
    { apiGroups: [""], resources: ["pods/exec"], verbs: ["create"] },
    WRITES_EVENTS,
  ]);
}

/**
 * What the operator needs to be elected, in its own namespace. The name of its Lease isn't documented, and `create` can't be held to a name.
 *
 * Source: document 000, section 5 (LEADER_ELECT); client-go, tools/leaderelection/resourcelock/leaselock.go (get, create, update).
 */
export function leaderElectionGrant(platform: PlatformWith<"redisOperator">): Grant {
  const { namespace, leaderElectionRole } = redisOperator(platform);
  return grant(platform, "leader-election", { namespace, name: leaderElectionRole }, [
    { apiGroups: ["coordination.k8s.io"], resources: ["leases"], verbs: ["get", "create", "update"] },
    WRITES_EVENTS,
  ]);
}

function grant(
  platform: PlatformWith<"redisOperator">,
  id: string,
  place: { readonly namespace?: string; readonly name?: string },
  rules: k8s.PolicyRule[],
): Grant {
  const operator = redisOperator(platform);
  const metadata = { name: operator.name, ...place, labels: objectLabels(operator) };
  const kind = place.namespace === undefined ? "ClusterRole" : "Role";
  return {
    id,
    role: { metadata, rules },
    binding: {
      metadata,
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind, name: metadata.name },
      subjects: [{ kind: "ServiceAccount", name: operator.name, namespace: operator.namespace }],
    },
  };
}
