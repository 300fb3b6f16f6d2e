import { replacedIn } from "../../../sandbox/kubernetes/replacing-fields";
import { isBuiltIn } from "../../diff/built-in-kinds";
import type { Difference } from "../../diff/compare";
import { diffPathText, keysOf } from "../../diff/diff-path";
import type { Judgement, Subject } from "../row";

/**
 * What follows from the sandbox's table of fields that can't change in place; undefined for a field that isn't in it.
 *
 * Source: sandbox/kubernetes/replacing-fields.ts, after pulumi-kubernetes, provider/pkg/provider/diff.go (forceNew).
 */
export function immutableField(change: Difference, { type }: Subject): Judgement | undefined {
  const kind = type.split("/").at(-1) ?? type;
  if (!isBuiltIn(type) || !replacedIn(kind, keysOf(change.path))) return undefined;
  return {
    class: "replacement",
    reason: `${diffPathText(change.path)} of a ${kind} can't change: Pulumi deletes the object and makes it again`,
    replaces: true,
  };
}
