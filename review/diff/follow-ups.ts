import { valueAt } from "../../charts/kube-object";
import { type PlannedResource, resourceText } from "../../policies/resource";
import { awsType } from "../../sandbox/aws/aws-types";
import type { Reference } from "../../sandbox/aws/resource-type";
import { CLUSTER } from "../../sandbox/aws/types/tokens";
import { UNKNOWN } from "../../sandbox/engine/shown-values";

/** An input that gets another value because what it names is made again. */
export interface FollowUp {
  /** Keys from the top of the inputs. */
  readonly path: readonly string[];
  /** What is made again, for readers. */
  readonly because: string;
}

type Named = Pick<Reference, "path" | "to">;

/** References of types that aren't AWS's. */
const OTHERS: Readonly<Record<string, readonly Named[]>> = {
  "pulumi:providers:kubernetes": [{ path: "kubeconfig", to: { [CLUSTER]: ["endpoint"] } }],
};

/**
 * Inputs of a resource that a plan doesn't show on either side, and that name something which is made again: only the cloud will tell the new value, and it is another one.
 *
 * @param replaced what is made again, by URN
 */
export function followUps(
  before: PlannedResource,
  after: PlannedResource,
  replaced: ReadonlyMap<string, PlannedResource>,
): readonly FollowUp[] {
  const named = after.dependencies.flatMap((urn) => replaced.get(urn) ?? []);
  if (named.length === 0) return [];
  return (awsType(after.type)?.references ?? OTHERS[after.type] ?? []).flatMap(({ path, to }) => {
    const target = named.find(({ type }) => to[type] !== undefined);
    const keys = path.split(".");
    const hidden = isHidden(valueAt(before.inputs, keys)) && isHidden(valueAt(after.inputs, keys));
    return target === undefined || !hidden ? [] : [{ path: keys, because: resourceText(target) }];
  });
}

/** Whether a value, or one in a list of them, is known later. */
function isHidden(value: unknown): boolean {
  return JSON.stringify(value ?? "").includes(UNKNOWN);
}
