import { replacedIn } from "../../../sandbox/kubernetes/replacing-fields";
import type { Difference } from "../../diff/compare";
import { diffPathText, keysOf } from "../../diff/diff-path";
import { isOf } from "../../diff/merge-keys";
import type { Judgement, Subject } from "../row";

/** Kinds of Kubernetes itself. What a definition brings may have a kind of the same name (`Service` of serving.knative.dev). */
const OWN_GROUPS = ["apps/", "batch/", "rbac.authorization.k8s.io/", "storage.k8s.io/", "policy/"];

/**
 * What follows from the sandbox's table of fields that can't change in place; undefined for a field that isn't in it.
 *
 * Source: sandbox/kubernetes/replacing-fields.ts, after pulumi-kubernetes, provider/pkg/provider/diff.go (forceNew).
 */
export function immutableField(change: Difference, { type }: Subject): Judgement | undefined {
  const kind = type.split("/").at(-1) ?? type;
  const own = !type.includes("/") || isOf(type, OWN_GROUPS);
  if (!own || !replacedIn(kind, keysOf(change.path))) return undefined;
  return {
    class: "replacement",
    reason: `${diffPathText(change.path)} of a ${kind} can't change: Pulumi deletes the object and makes it again`,
    replaces: true,
  };
}
