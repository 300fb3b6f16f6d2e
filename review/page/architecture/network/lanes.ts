import type { Network, Pool, SubnetGroup } from "./network";

/** A row of the picture: subnets of a group with what runs in them, or pools that are in several groups. */
export interface Lane {
  /** The group's name, or the names of several. */
  readonly title: string;
  readonly ways: readonly string[];
  /** In the order of the zones; left out where a zone has none. */
  readonly cells: readonly (SubnetGroup["subnets"][number] | undefined)[];
  readonly pools: readonly Pool[];
}

/** The rows of a network: a lane for each group, then one for the pools of each set of groups. */
export function lanesOf({ groups, zones }: Network, pools: readonly Pool[]): readonly Lane[] {
  const groupsOf = (pool: Pool) => groups.filter(({ subnets }) => subnets.some(({ urn }) => pool.subnets.has(urn)));
  const own = groups.map(
    (group): Lane => ({
      title: group.name,
      ways: group.ways,
      cells: zones.map((zone) => group.subnets.find((subnet) => subnet.zone === zone)),
      pools: pools.filter((pool) => groupsOf(pool).length === 1 && groupsOf(pool)[0] === group),
    }),
  );
  const shared = new Map<string, Pool[]>();
  for (const pool of pools) {
    const names = groupsOf(pool).map(({ name }) => name);
    if (names.length < 2) continue;
    const title = names.join(", ");
    shared.set(title, [...(shared.get(title) ?? []), pool]);
  }
  return [...own, ...[...shared].map(([title, members]): Lane => ({ title, ways: [], cells: [], pools: members }))];
}
