import { fits } from "./diff-path";
import type { ListMembers } from "./list-members";
import { OBJECT_LISTS } from "./object-lists";
import { RESOURCE_LISTS } from "./resource-lists";

/**
 * Every list whose members have another identity than their position, the first row that fits counting. Lists that are not here are compared by position: order means something in
 * `args` and in the routes of Alertmanager.
 */
const PATTERNS = [...OBJECT_LISTS, ...RESOURCE_LISTS].flatMap(({ lists, of, members }) =>
  lists.map((list) => ({ pattern: list.split("."), of, members })),
);

/** How members of a list in a thing are told apart; undefined for by their position. */
export function listMembers(type: string, keys: readonly string[]): ListMembers | undefined {
  return PATTERNS.find(({ pattern, of }) => isOf(type, of) && fits(keys, pattern, "end"))?.members;
}

/** Whether a type is one of several, or begins with one that stands for all of its kind; no types stand for any. */
export function isOf(type: string, of: readonly string[] | undefined): boolean {
  return of === undefined || of.some((one) => (/[:/]$/.test(one) ? type.startsWith(one) : type === one));
}
