import { type Properties, type PropertyValue, withoutSecrets } from "../server/properties";
import { formatPath, isWithin, type PropertyChange, propertyChanges } from "../server/property-diff";
import type { DiffResult, ResourceIdentity } from "../server/provider";
import type { AwsAccount } from "./aws-account";
import { isAutomaticName } from "./object-names";
import type { AwsType } from "./resource-type";

/**
 * What changed between the inputs of an object as made and as wanted, and what of it takes a new object. Objects stay where they are: a provider that now works
 * in another region has to make them anew.
 */
export function inputDiff(
  type: AwsType,
  resource: ResourceIdentity,
  before: Properties,
  beforeState: Properties,
  inputs: Properties,
  { region }: AwsAccount,
): DiffResult {
  const changes = propertyChanges(comparable(type, before), comparable(type, inputs)).map((change) => ({
    ...change,
    replaces: isReplacing(type, change),
  }));
  if (typeof beforeState.region === "string" && beforeState.region !== region && type.scope !== "account") {
    changes.push({ path: ["region"], kind: "update", replaces: true });
  }
  const replaces = changes.some((change) => change.replaces);
  return { changes, deleteBeforeReplace: replaces && keepsGivenName(type, resource, before, inputs) };
}

function isReplacing({ replacedBy, replacedByRemovalOf = [] }: AwsType, { kind, path }: PropertyChange): boolean {
  return isWithin(path, replacedBy) || (kind === "delete" && replacedByRemovalOf.includes(formatPath(path)));
}

/** Inputs in a form in which equal meaning is equal text. */
function comparable(type: AwsType, inputs: Properties): Properties {
  const plain = withoutSecrets(inputs) as Properties;
  const texts = (type.json ?? []).flatMap((key): [string, PropertyValue][] => {
    const text = plain[key];
    return typeof text === "string" ? [[key, canonicalJson(text)]] : [];
  });
  return { ...plain, ...Object.fromEntries(texts) };
}

function canonicalJson(text: string): string {
  try {
    return JSON.stringify(sorted(JSON.parse(text)));
  } catch {
    // Not JSON, such as an unknown: compared as it is.
    return text;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

/**
 * Whether the replacement would carry the name of the old object, and so can't exist beside it. Names that the provider made up are made up anew.
 *
 * Source: pulumi-terraform-bridge, nameRequiresDeleteBeforeReplace.
 */
function keepsGivenName(type: AwsType, { name }: ResourceIdentity, before: Properties, after: Properties): boolean {
  if (type.name === undefined) return false;
  const now = after[type.name.input];
  return typeof now === "string" && now === before[type.name.input] && !isAutomaticName(type.name, now, name);
}
