import { type Json, valueAt } from "../../../charts/kube-object";
import { awsType } from "../../../sandbox/aws/aws-types";
import type { AwsType } from "../../../sandbox/aws/resource-type";
import type { Difference } from "../../diff/compare";
import { diffPathText, keysOf } from "../../diff/diff-path";
import type { Judgement, Subject } from "../row";

/**
 * What follows from the sandbox's tables of AWS types, which say of each which inputs are for life: those replace the resource, all others change in place. Undefined for a type that the sandbox
 * doesn't know.
 *
 * Source: sandbox/aws/types, after the Terraform AWS provider's schemas (ForceNew), which pulumi-aws follows.
 */
export function awsField(change: Difference, subject: Subject): Judgement | undefined {
  const type = awsType(subject.type);
  if (type === undefined) return undefined;
  const path = diffPathText(change.path);
  if (!replaces(type, change)) {
    return { class: "in place", reason: `AWS changes ${path} of ${noun(subject.type)} in place` };
  }
  const way = keepsName(type, change, subject)
    ? "the old one is deleted first, because both would have the same name"
    : "the new one is made first, then the old one is deleted";
  return {
    class: "replacement",
    reason: `AWS can't change ${path} of ${noun(subject.type)}: it is replaced, and ${way}`,
    replaces: true,
  };
}

/** Whether an input is for life, or holds one that is. */
export function replaces({ replacedBy, replacedByRemovalOf = [] }: AwsType, change: Difference): boolean {
  const keys = keysOf(change.path);
  const forLife = replacedBy.map((path) => path.split("."));
  const gone = change.after === undefined && replacedByRemovalOf.includes(keys.join("."));
  return gone || forLife.some((path) => isAt(keys, path) || holds(change, keys, path));
}

/** Whether keys lie at a path, or below it. */
function isAt(keys: readonly string[], path: readonly string[]): boolean {
  return path.every((key, index) => keys[index] === key);
}

/** Whether a mapping that comes or goes as a whole has a value at the path. */
function holds({ before, after }: Difference, keys: readonly string[], path: readonly string[]): boolean {
  const inside = path.slice(keys.length);
  return (
    inside.length > 0 &&
    keys.every((key, index) => path[index] === key) &&
    valueAt(before, inside) !== valueAt(after, inside)
  );
}

/** Whether old and new would have the same given name. Source: pulumi-terraform-bridge, nameRequiresDeleteBeforeReplace. */
function keepsName({ name }: AwsType, change: Difference, { before, after }: Subject): boolean {
  if (name === undefined || keysOf(change.path)[0] === name.input) return false;
  const given = (fields: { readonly [key: string]: Json } | undefined) => fields?.[name.input];
  return given(after) !== undefined && given(after) === given(before);
}

/** What a type is called in a sentence: `the bucket lifecycle configuration`. */
export function noun(type: string): string {
  const kind = type.split(":").at(-1) ?? type;
  return `the ${kind.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase()}`;
}
