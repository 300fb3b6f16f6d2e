import { merged, type Properties, type PropertyValue, textsAt, UNKNOWN, withoutSecrets } from "../server/properties";
import type { ResourceIdentity } from "../server/provider";
import type { CloudObject } from "../store/cloud-object";
import { ObjectSeed } from "../store/object-seed";
import type { AwsAccount } from "./aws-account";
import { completedName } from "./object-names";
import type { AwsType, Scope, Subject } from "./resource-type";

/** The part of a store that objects of one scope share: all of AWS, one account, or one region of it. */
export function locationOf(scope: Scope | undefined, { account, region }: AwsAccount): string {
  return scope === "account" ? account : `${account}/${region}`;
}

/** Inputs and outputs as one map, the way programs see an object. A null input is an input not given. */
export function stateOf(object: Pick<CloudObject, "inputs" | "outputs">): Properties {
  const given = Object.entries(object.inputs).filter(([, value]) => value !== null);
  return merged(object.outputs, Object.fromEntries(given));
}

/** What {@link Subject} and admissions look other objects up in. */
export type Lookup = (type: string, key: string) => Properties;

/** A lookup by id, ARN or name among objects of one account. */
export function lookupIn(objects: readonly CloudObject[]): Lookup {
  return (type, key) => {
    const found = objects.find((object) => {
      if (object.type !== type) return false;
      const { arn, name } = stateOf(object);
      return [object.id, arn, name].includes(key);
    });
    return found === undefined ? {} : stateOf(found);
  };
}

/** Values of an object that follow from its inputs: its id, and everything the service adds. */
export interface DerivedObject {
  readonly id: string;
  readonly outputs: Properties;
}

/** Derives an object, new (without `existing`) or changed. */
export function deriveObject(
  type: AwsType,
  { urn }: Pick<ResourceIdentity, "urn">,
  inputs: Properties,
  account: AwsAccount,
  creations: number,
  stateOfOther: Lookup,
  existing?: CloudObject,
): DerivedObject {
  const seed = new ObjectSeed(urn, creations);
  const plain = withoutSecrets(inputs) as Properties;
  const completed = completedName(type.name, plain, seed);
  const input = type.name?.input;
  // A completed name is kept for the object's life: completing it again would rename it at every update.
  const kept = input === undefined ? undefined : existing?.outputs[input];
  const name = input !== undefined && kept !== undefined ? { [input]: kept } : completed;
  const subject: Subject = {
    account,
    seed,
    id: existing?.id ?? "",
    inputs: { ...name, ...plain },
    previous: existing === undefined ? undefined : stateOf(existing),
    text: (path) => textsAt({ ...name, ...plain }, path)[0] ?? "",
    stateOf: stateOfOther,
  };
  const id = existing?.id ?? type.id(subject);
  const own = type.outputs?.({ ...subject, id }) ?? {};
  return { id, outputs: { ...merged(type.defaults ?? {}, own), ...name, ...commonOutputs(type, inputs, account) } };
}

function commonOutputs(type: AwsType, inputs: Properties, account: AwsAccount): Properties {
  return {
    ...(type.scope === "account" ? {} : { region: account.region }),
    ...(type.taggable === true ? { tagsAll: inputs.tags ?? {} } : {}),
  };
}

/**
 * State of an object that is only planned: what follows from the inputs alone is known, all else is unknown. For a planned change, `before` is the present
 * state, of which everything stays but the outputs that the type calls unstable.
 */
export function plannedState(
  type: AwsType,
  inputs: Properties,
  derived: DerivedObject,
  before?: Properties,
): Properties {
  const known = new Set([...Object.keys(type.defaults ?? {}), "region", "tagsAll"]);
  const outputs = Object.entries(derived.outputs).map(([key, value]): [string, PropertyValue] => {
    if (known.has(key)) return [key, value];
    const changes = type.unstable?.includes(key) === true && JSON.stringify(before?.[key]) !== JSON.stringify(value);
    if (before === undefined || changes) return [key, veiled(value, inputs[key])];
    return [key, before[key] ?? value];
  });
  return stateOf({ inputs, outputs: Object.fromEntries(outputs) });
}

/** Unknown in place of an output; inside a map that the program gives in part, only the rest is unknown. */
function veiled(output: PropertyValue, input: PropertyValue | undefined): PropertyValue {
  const both = typeof input === "object" && input !== null && typeof output === "object" && output !== null;
  if (!both || Array.isArray(input) || Array.isArray(output)) return UNKNOWN;
  const entries = Object.entries(output as Properties);
  return Object.fromEntries(entries.map(([key, value]) => [key, veiled(value, (input as Properties)[key])]));
}
