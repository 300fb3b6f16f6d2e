import type { ChangedThings } from "../changed-things";
import type { Box, Systems } from "./box";
import { groupBox, namespaceBox, namespaceRow, outsideBox } from "./box-rows";
import { type End, partOf, placeOf } from "./calls/call";
import type { KnownCall } from "./calls/calls";
import type { Namespace, World } from "./world";

/** The content of the picture: each place is a box, except that namespaces with the same calls share one, so that the picture shows what differs. */
export function systemsOf(world: World, calls: readonly KnownCall[], changed: ChangedThings): Systems {
  const called = new Set(calls.flatMap(({ from, to }) => [placeOf(from), placeOf(to)]));
  const inCluster = new Set(world.namespaces.map(({ name }) => name));
  const groups = alike(
    world.namespaces.filter(({ name }) => called.has(name)),
    calls,
  );
  const outside = [...called].filter((place) => !inCluster.has(place)).sort();
  const boxes = [
    ...groups.map((group) =>
      group.length === 1 ? namespaceBox(group[0], world, changed) : groupBox(group, world, changed),
    ),
    ...outside.map((place) => outsideBox(place, calls, world, changed)),
  ];
  const silent = world.namespaces.filter(({ name }) => !called.has(name));
  return {
    boxes: boxes.map((box) => withPorts(box, calls)),
    calls: drawnOnce(calls, groups),
    silent: silent.map(({ name }) => namespaceRow(name, world, changed)),
  };
}

type Group = readonly [Namespace, ...Namespace[]];

/** The namespaces in groups of those whose calls are the same. */
function alike(namespaces: readonly Namespace[], calls: readonly KnownCall[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const namespace of namespaces) {
    const key = signature(namespace, calls);
    const group = groups.get(key);
    groups.set(key, group === undefined ? [namespace] : [...group, namespace]);
  }
  return [...groups.values()];
}

/** The calls of a namespace without its name; unlike all others where a call is of one of its systems alone. */
function signature({ name, mtls = "" }: Namespace, calls: readonly KnownCall[]): string {
  const own = calls.filter(({ from, to }) => placeOf(from) === name || placeOf(to) === name);
  const ends = own.flatMap(({ from, to }) => [from, to]);
  if (ends.some((end) => placeOf(end) === name && partOf(end) !== "")) return name;
  const here = (end: End) => (end === name ? "" : end);
  return JSON.stringify([mtls, ...own.map(({ from, to, ports, kind }) => [here(from), here(to), ports, kind])]);
}

/** The calls with one for each group: that of its first namespace. */
function drawnOnce(calls: readonly KnownCall[], groups: readonly Group[]): readonly KnownCall[] {
  const others = new Set(groups.flatMap((group) => group.slice(1).map(({ name }) => name)));
  return calls.filter(({ from, to }) => !others.has(placeOf(from)) && !others.has(placeOf(to)));
}

/** The box with the ports at which its rows are called. What isn't called by itself is only named: its versions and numbers would drown the rest. */
function withPorts(box: Box, calls: readonly KnownCall[]): Box {
  const rows = box.rows.map((row) => {
    const incoming = calls.filter(({ to }) => to === row.end);
    const ports = [...new Set(incoming.flatMap((call) => call.ports))].sort((a, b) => Number(a) - Number(b));
    const isEnd = incoming.length > 0 || calls.some(({ from }) => from === row.end);
    const detail = isEnd || partOf(row.end) === "" ? row.detail : "";
    return { ...row, detail: [detail, portText(ports)].filter(Boolean).join(" · ") };
  });
  return { ...box, rows };
}

function portText(ports: readonly string[]): string {
  if (ports.length === 0) return "";
  return `${ports.length === 1 ? "port" : "ports"} ${ports.join(", ")}`;
}
