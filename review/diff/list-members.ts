import type { Json } from "../../charts/kube-object";
import { canonical, isJsonMap } from "./canonical";

/** How members of a list are told apart. */
export type ListMembers =
  | {
      readonly by: "keys";
      /** Fields that together occur once; `a.b` for a field of a field, `a|b` for whichever is given. */
      readonly keys: readonly string[];
      /** What a member has that doesn't give a key. */
      readonly defaults?: Readonly<Record<string, string>>;
    }
  | {
      readonly by: "set";
      /** Whether a single text stands for a list of one. */
      readonly alone?: true;
    };

/** Two members that are the same one; a side is left out where only the other has it. */
export interface MemberPair {
  /** For readers: `name=main`, `0`, or the value itself in a set of texts. */
  readonly member: string;
  readonly was?: Json;
  readonly is?: Json;
}

/** Two lists, member by member. */
export interface PairedLists {
  readonly pairs: readonly MemberPair[];
  /** Members of both, in either order; left out where the order is the same or where position is what tells them apart. */
  readonly reordered?: { readonly before: readonly Json[]; readonly after: readonly Json[] };
}

/** Members of two lists put side by side; by position where keys are missing or occur twice, so that no member is ever lost. */
export function paired(before: readonly Json[], after: readonly Json[], members: ListMembers | undefined): PairedLists {
  if (members?.by === "set") return pairedAsSet(before, after);
  const was = members === undefined ? undefined : byKeys(before, members);
  const is = members === undefined ? undefined : byKeys(after, members);
  return was === undefined || is === undefined ? pairedByPosition(before, after) : pairedByKeys(was, is);
}

function pairedByPosition(before: readonly Json[], after: readonly Json[]): PairedLists {
  const length = Math.max(before.length, after.length);
  return { pairs: Array.from({ length }, (_, index) => pair(String(index), before[index], after[index])) };
}

function pairedByKeys(was: ReadonlyMap<string, Json>, is: ReadonlyMap<string, Json>): PairedLists {
  const names = [...new Set([...was.keys(), ...is.keys()])];
  const kept = [...was.keys()].filter((name) => is.has(name));
  const order = [...is.keys()].filter((name) => was.has(name));
  const pairs = names.map((name) => pair(name, was.get(name), is.get(name)));
  return kept.join() === order.join() ? { pairs } : { pairs, reordered: { before: kept, after: order } };
}

/** Equal members fall out. What is left on both sides, in equal number and with fields, is taken for changed; else for taken away and added. */
function pairedAsSet(before: readonly Json[], after: readonly Json[]): PairedLists {
  const gone = without(before, after);
  const come = without(after, before);
  if (gone.length === 0 && come.length === 0) {
    const same = before.every((member, index) => canonical(member) === canonical(after[index]));
    return same ? { pairs: [] } : { pairs: [], reordered: { before, after } };
  }
  const changed = gone.length === come.length && [...gone, ...come].every(({ value }) => isJsonMap(value));
  if (changed)
    return { pairs: gone.map(({ value }, index) => pair(come[index]?.name ?? "", value, come[index]?.value)) };
  return {
    pairs: [
      ...gone.map(({ name, value }) => pair(name, value, undefined)),
      ...come.map(({ name, value }) => pair(name, undefined, value)),
    ],
  };
}

/** Members of one list that the other doesn't have as often. */
function without(
  list: readonly Json[],
  other: readonly Json[],
): readonly { readonly name: string; readonly value: Json }[] {
  const left = other.map(canonical);
  return list.flatMap((value, index) => {
    const found = left.indexOf(canonical(value));
    if (found < 0) return [{ name: typeof value === "object" ? String(index) : String(value), value }];
    left.splice(found, 1);
    return [];
  });
}

/** Members by their keys; undefined when one lacks a key, or two have the same. */
function byKeys(
  list: readonly Json[],
  members: Extract<ListMembers, { readonly by: "keys" }>,
): ReadonlyMap<string, Json> | undefined {
  const named = list.map((member) => [nameOf(member, members), member] as const);
  const found = new Map(named.flatMap(([name, member]) => (name === undefined ? [] : [[name, member]])));
  return found.size === list.length ? found : undefined;
}

function nameOf(
  member: Json,
  { keys, defaults = {} }: Extract<ListMembers, { readonly by: "keys" }>,
): string | undefined {
  const parts = keys.map((key) => {
    const found = key.split("|").find((one) => fieldOf(member, one) !== undefined);
    const value = found === undefined ? defaults[key] : fieldOf(member, found);
    return value === undefined ? undefined : `${found ?? key}=${value}`;
  });
  return parts.includes(undefined) ? undefined : parts.join(",");
}

function fieldOf(member: Json, key: string): string | undefined {
  const value = key.split(".").reduce<Json | undefined>((at, one) => (isJsonMap(at) ? at[one] : undefined), member);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function pair(member: string, was: Json | undefined, is: Json | undefined): MemberPair {
  return { member, ...(was === undefined ? {} : { was }), ...(is === undefined ? {} : { is }) };
}
