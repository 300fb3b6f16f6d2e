import { type Properties, textsAt, valuesAt } from "../server/properties";
import type { CloudObject } from "../store/cloud-object";
import { stateOf } from "./object-state";
import type { AwsType, Reference } from "./resource-type";

/** References of an object that name nothing that exists; each as a reason for refusal. */
export function danglingReferences(
  type: AwsType,
  inputs: Properties,
  objects: readonly CloudObject[],
): readonly string[] {
  return (type.references ?? []).flatMap((reference) =>
    textsAt(inputs, reference.path)
      .filter((key) => reference.except?.test(key) !== true)
      .filter((key) => !objects.some((object) => names(reference, key, object)))
      .map(
        (key) =>
          `${reference.path} names ${JSON.stringify(key)}, but there is no such ${Object.keys(reference.to).join(" or ")}; create it first, or take the value from its resource`,
      ),
  );
}

function names(reference: Reference, key: string, object: CloudObject): boolean {
  const paths = reference.to[object.type];
  if (paths === undefined) return false;
  const state = stateOf(object);
  return paths.some((path) => (path === "id" ? object.id === key : textsAt(state, path).includes(key)));
}

/** Objects that hold on to the target, so that the service refuses to delete it. */
export function holders(
  target: CloudObject,
  objects: readonly CloudObject[],
  typeOf: (token: string) => AwsType | undefined,
): readonly CloudObject[] {
  return objects.filter((object) => {
    if (object === target) return false;
    const references = (typeOf(object.type)?.references ?? []).filter(({ holds }) => holds !== false);
    return references.some((reference) =>
      textsAt(stateOf(object), reference.path).some((key) => names(reference, key, target)),
    );
  });
}

/** Why another object of the type stands in the way: one that has the same name, or the same combination of inputs that may occur once. */
export function conflict(
  type: AwsType,
  state: Properties,
  account: string,
  location: string,
  others: readonly CloudObject[],
): string | undefined {
  const { name } = type;
  const rules = [
    ...(name === undefined ? [] : [{ paths: [...(name.under ?? []), name.input], within: name.within }]),
    ...(type.unique ?? []),
  ];
  for (const { paths, within } of rules) {
    const key = combination(state, paths);
    if (key === undefined) continue;
    const twin = others
      .filter((other) => other.type === type.token)
      .filter(
        (other) =>
          within === "everywhere" ||
          (within === "account" ? other.location.startsWith(account) : other.location === location),
      )
      .find((other) => combination(stateOf(other), paths) === key);
    if (twin === undefined) continue;
    const reach = { everywhere: "in all of AWS", account: "in the account", region: "in the region" }[within];
    return `${paths.join(" and ")} ${key} already exists ${reach} (${twin.id}, made by ${twin.urn}); choose another, or import or delete that one`;
  }
  return undefined;
}

function combination(state: Properties, paths: readonly string[]): string | undefined {
  // A switch that is off says nothing: `self: false` is no peer.
  const texts = paths.map((path) =>
    valuesAt(state, path)
      .filter((value) => value !== false)
      .map(String),
  );
  // Without the last part there is nothing to be twice; the parts before it may be absent, as a rule's peer is.
  if (texts.at(-1)?.length === 0) return undefined;
  return texts.map((values) => values.join(",")).join(" ");
}
