/**
 * One end of a call: `place/part`, or a place alone. A place is a namespace, or something outside of the cluster, which has a capital in its name so that it can't be taken for a namespace.
 */
export type End = string;

/** That something calls something else, as the data says. */
export interface Call {
  readonly from: End;
  readonly to: End;
  /** Ports, as numbers or names; empty where they aren't said. */
  readonly ports: readonly string[];
  /** Whether it is what the systems are for, or only how they are watched. */
  readonly kind: "traffic" | "metrics";
  /** What says so: an object or a resource, for readers. */
  readonly source: string;
}

/** The place of an end. */
export function placeOf(end: End): string {
  return end.split("/")[0] ?? end;
}

/** The part of an end; empty where it is a whole place. */
export function partOf(end: End): string {
  return end.slice(placeOf(end).length + 1);
}

/** One call for each pair of ends and kind, in their order, with all ports and sources; what calls itself is left out. */
export function merged(
  calls: readonly Call[],
): readonly (Omit<Call, "source"> & { readonly sources: readonly string[] })[] {
  const byEnds = new Map<string, Call[]>();
  for (const call of calls) {
    if (call.from === call.to) continue;
    const key = JSON.stringify([call.from, call.to, call.kind]);
    byEnds.set(key, [...(byEnds.get(key) ?? []), call]);
  }
  return [...byEnds.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, same]) => {
      const [{ from, to, kind }] = same as [Call];
      const ports = [...new Set(same.flatMap((call) => call.ports))].sort((a, b) => Number(a) - Number(b));
      return { from, to, kind, ports, sources: [...new Set(same.map(({ source }) => source))].sort() };
    });
}
