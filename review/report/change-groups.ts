import { type Change, type ChangeClass, WORST_FIRST } from "../change";

/** Changes of which the same is to be said: most changes of a stack file are of many things alike. */
export interface ChangeGroup {
  readonly class: ChangeClass;
  readonly operation: Change["operation"];
  readonly reason: string;
  readonly changes: readonly Change[];
}

/** Changes by what is said of them, the worst first, the larger groups last: a single thing is sooner overlooked than many. */
export function changeGroups(changes: readonly Change[]): readonly ChangeGroup[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = JSON.stringify([change.class, change.operation, change.reason]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const all = [...groups.values()].flatMap(([first, ...more]) =>
    first === undefined
      ? []
      : [{ class: first.class, operation: first.operation, reason: first.reason, changes: [first, ...more] }],
  );
  return WORST_FIRST.flatMap((one) =>
    all.filter((group) => group.class === one).sort((a, b) => a.changes.length - b.changes.length),
  );
}

/** How many changes there are of each class, the worst first; classes without one are left out. */
export function countByClass(changes: readonly Change[]): readonly (readonly [ChangeClass, number])[] {
  return WORST_FIRST.map((one) => [one, changes.filter((change) => change.class === one).length] as const).filter(
    ([, count]) => count > 0,
  );
}
