import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { referenceOf, referenceText } from "../charts/kube-object";
import { documentsIn, isKubeObject } from "../policies/estate-of-plan";
import type { PlannedResource } from "../policies/resource";
import type { Fact } from "./fact";
import { matchesPlace } from "./read-back";

/** Where a fact is implemented, as a Markdown link from `docs/`: the manifest that holds it, or the folder of the component that registers it. */
export type PlaceOf = (fact: Fact) => string;

/**
 * Finds places in a repository.
 *
 * @param root folder of the repository
 * @param stack whose manifests are linked
 */
export function placesIn(root: string, stack: string, resources: readonly PlannedResource[]): PlaceOf {
  const deployed = filesByObject(root, `manifests/${stack}`);
  const printed = filesByObject(root, `manifests/${stack}/as-documented`);
  const types = new Map(resources.map(({ urn, type }) => [urn, type]));
  const parents = new Map(resources.map(({ urn, parent }) => [urn, parent]));
  const linkTo = (path: string | undefined) => (path === undefined ? "" : `[${path}](../${path})`);

  return (fact) => {
    const reasons = [
      ...(fact.decision === undefined ? [] : [`decision ${fact.decision}`]),
      ...(fact.deviation === undefined ? [] : [`deviation ${fact.deviation}`]),
    ];
    const target = fact.manifest ?? fact.printed ?? fact.plan;
    const place = target?.split(" > ")[0] ?? "";
    const found =
      fact.plan === undefined
        ? [...(fact.manifest === undefined ? printed : deployed)].find(([name]) => matchesPlace(name, place))?.[1]
        : folderOf(resources.find(({ type, name }) => matchesPlace(`${type} ${name}`, place))?.urn, types, parents);
    return [linkTo(found), ...reasons].filter((part) => part !== "").join(", ");
  };
}

/** The folder of the nearest component of this project: `vantage:network:Network` is `infra/network`. */
function folderOf(
  urn: string | undefined,
  types: ReadonlyMap<string, string>,
  parents: ReadonlyMap<string, string | null>,
): string | undefined {
  for (let at: string | null | undefined = urn; at != null; at = parents.get(at)) {
    const folder = /^vantage:([a-z-]+):/.exec(types.get(at) ?? "")?.[1];
    if (folder !== undefined) return `infra/${folder}`;
  }
  return urn === undefined ? undefined : "infra/deploy-platform.ts";
}

function filesByObject(root: string, folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith(".yaml"));
  return new Map(
    files.flatMap((name) =>
      documentsIn(readFileSync(join(root, folder, name), "utf8"))
        .filter(isKubeObject)
        .map((object): [string, string] => [referenceText(referenceOf(object)), `${folder}/${name}`]),
    ),
  );
}
