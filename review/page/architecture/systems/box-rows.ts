import { textAt } from "../../../../charts/checks/object-readers";
import { referenceOf, referenceText } from "../../../../charts/kube-object";
import { resourceText } from "../../../../policies/resource";
import { type ChangedThings, changeOf, removedFrom } from "../changed-things";
import type { Box, Row } from "./box";
import { type End, partOf, placeOf } from "./calls/call";
import type { KnownCall } from "./calls/calls";
import type { Namespace, World } from "./world";

/** A namespace with what runs in it. */
export function namespaceBox({ name, mtls }: Namespace, world: World, changed: ChangedThings): Box {
  const components = world.components.filter(({ namespace }) => namespace === name);
  const claimed = new Set(components.flatMap(({ things }) => things));
  const others = thingsOf(name, world).filter((thing) => !claimed.has(thing));
  return {
    id: name,
    title: name,
    subtitle: mtlsText(mtls),
    ...changeOf(others, changed),
    rows: components.map(({ id, name: component, what, things }) => ({
      end: id,
      name: component,
      detail: what,
      ...changeOf(things, changed),
    })),
    inCluster: true,
  };
}

/** Several namespaces that make the same calls; the first one's name stands for them. */
export function groupBox(group: readonly [Namespace, ...Namespace[]], world: World, changed: ChangedThings): Box {
  return {
    id: group[0].name,
    title: `${group.length} namespaces with the same calls`,
    subtitle: mtlsText(group[0].mtls),
    rows: group.map(({ name }) => namespaceRow(name, world, changed)),
    inCluster: true,
  };
}

/** A namespace as a row, where several are drawn as one. */
export function namespaceRow(name: string, world: World, changed: ChangedThings): Row {
  const components = world.components.filter(({ namespace }) => namespace === name);
  const things = [...components.flatMap((component) => component.things), ...thingsOf(name, world)];
  return {
    end: name,
    name,
    detail: components.map((component) => component.name).join(", "),
    ...changeOf(things, changed),
  };
}

/** Something outside of the cluster, with those of its parts that are called. */
export function outsideBox(place: string, calls: readonly KnownCall[], world: World, changed: ChangedThings): Box {
  const ends = calls.flatMap(({ from, to }) => [from, to]).filter((end) => placeOf(end) === place);
  const parts: readonly End[] = [...new Set(ends.filter((end) => partOf(end) !== ""))].sort();
  const rows = parts.map((end) => {
    const resource = world.resources.find(({ inputs }) => physicalName(inputs) === partOf(end));
    const things = resource === undefined ? [] : [resourceText(resource)];
    return { end, name: partOf(end), detail: "", ...changeOf(things, changed) };
  });
  return { id: place, title: place, subtitle: "", rows, inCluster: false };
}

/** What a resource is called where it is made: as configurations name it. */
function physicalName(inputs: Readonly<Record<string, unknown>>): string {
  return textAt(inputs, ["bucket"]) || textAt(inputs, ["name"]);
}

function mtlsText(mtls: string | undefined): string {
  return mtls === undefined ? "" : `mTLS ${mtls}`;
}

/** Names of the objects of a namespace, of the namespace itself, and of what is no longer there. */
function thingsOf(namespace: string, { objects }: World): readonly string[] {
  const own = objects.filter(({ kind, metadata }) =>
    kind === "Namespace" ? metadata.name === namespace : metadata.namespace === namespace,
  );
  return [...own.map((object) => referenceText(referenceOf(object))), removedFrom(namespace)];
}
