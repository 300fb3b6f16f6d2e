import type { Json } from "../../charts/kube-object";
import { canonical, isJsonList, isJsonMap } from "./canonical";
import type { DiffPath } from "./diff-path";
import { keysOf } from "./diff-path";
import { type ListMembers, paired } from "./list-members";

/** One value that differs. */
export interface Difference {
  readonly path: DiffPath;
  /** Left out where the value is new. */
  readonly before?: Json;
  /** Left out where the value is gone. */
  readonly after?: Json;
  /** Why both mean the same, in a clause: "the same quantity, written otherwise". Left out where they don't. */
  readonly same?: string;
  /** Whether only the order of a list's members differs; they are the values then. */
  readonly order?: true;
}

/** What a comparison knows of the things that it compares. Paths are keys alone, from the top of the thing. */
export interface Reading {
  /** How members of the list at a path are told apart; undefined for by their position. */
  list(keys: readonly string[]): ListMembers | undefined;
  /** Why two texts or numbers at a path mean the same, one of which may be absent; undefined where they don't. */
  same(keys: readonly string[], before: Json | undefined, after: Json | undefined): string | undefined;
  /** What is in a text at a path; undefined for a text that is only itself. */
  open(keys: readonly string[], text: string): Json | undefined;
}

/** Why two texts mean the same that hold the same document. */
const SAME_CONTENT = "the same content, written otherwise";

/** Every value that differs, at the greatest depth where both sides still have a mapping or a list, in the order of keys. An absent value and `null` are the same. */
export function differences(before: Json, after: Json, reading: Reading): readonly Difference[] {
  return below([], before, after, reading);
}

/**
 * What comes or goes with a mapping, a list or a document that comes or goes as a whole, one level deeper; nothing for a value that holds no others, or that means the same as
 * its absence. What a table knows of a value counts for it there, too.
 */
export function inside({ path, before, after, same }: Difference, reading: Reading): readonly Difference[] {
  if (same !== undefined || (before === undefined) === (after === undefined)) return [];
  const whole = before ?? after;
  const value = typeof whole === "string" ? reading.open(keysOf(path), whole) : whole;
  if (!isJsonMap(value) && !isJsonList(value)) return [];
  const nothing = isJsonList(value) ? [] : {};
  return before === undefined ? below(path, nothing, value, reading) : below(path, value, nothing, reading);
}

function below(
  path: DiffPath,
  before: Json | undefined,
  after: Json | undefined,
  reading: Reading,
): readonly Difference[] {
  const members = reading.list(keysOf(path));
  const was = alone(before, after, members);
  const is = alone(after, before, members);
  if (isJsonList(was) && isJsonList(is)) return ofLists(path, was, is, reading, members);
  if (isJsonMap(was) && isJsonMap(is)) {
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
    return keys.flatMap((key) => below([...path, key], was[key], is[key], reading));
  }
  return canonical(was) === canonical(is) ? [] : ofValues(path, was, is, reading);
}

/** A value that may stand alone for a list of one, where the other side has a list. */
function alone(value: Json | undefined, other: Json | undefined, members: ListMembers | undefined): Json | undefined {
  const lists = members?.by === "set" && members.alone === true && isJsonList(other);
  return lists && typeof value === "string" ? [value] : value;
}

function ofValues(
  path: DiffPath,
  before: Json | undefined,
  after: Json | undefined,
  reading: Reading,
): readonly Difference[] {
  const keys = keysOf(path);
  const difference: Difference = {
    path,
    ...(before === undefined || before === null ? {} : { before }),
    ...(after === undefined || after === null ? {} : { after }),
  };
  const same = reading.same(keys, before, after);
  if (same !== undefined) return [{ ...difference, same }];
  const was = typeof before === "string" ? reading.open(keys, before) : undefined;
  const is = typeof after === "string" ? reading.open(keys, after) : undefined;
  if (was === undefined || is === undefined) return [difference];
  // What was opened once is not opened again: it may be a text itself.
  const inside = below(path, was, is, { ...reading, open: () => undefined });
  return inside.length > 0 ? inside : [{ ...difference, same: SAME_CONTENT }];
}

function ofLists(
  path: DiffPath,
  before: readonly Json[],
  after: readonly Json[],
  reading: Reading,
  members: ListMembers | undefined,
): readonly Difference[] {
  const { pairs, reordered } = paired(before, after, members);
  const changed = pairs.flatMap(({ member, was, is }) => below([...path, { member }], was, is, reading));
  return reordered === undefined ? changed : [...changed, { path, ...reordered, order: true }];
}
