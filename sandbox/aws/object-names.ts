import { type Properties, UNKNOWN } from "../server/properties";
import type { ResourceIdentity } from "../server/provider";
import { ObjectSeed } from "../store/object-seed";
import type { PhysicalName } from "./resource-type";

/** Random characters at the end of an automatic name. Source: pulumi-terraform-bridge, pkg/tfbridge/names.go. */
const SUFFIX_LENGTH = 7;

/**
 * The inputs with a name: the one given, the automatic one the object already has, or a new automatic one, which is the logical name and seven hexadecimal
 * digits. The digits depend on how often the resource was made, so that a replacement gets a name of its own.
 */
export function withName(
  name: PhysicalName | undefined,
  resource: ResourceIdentity,
  before: Properties,
  inputs: Properties,
  creations: number,
): Properties {
  if (name === undefined) return inputs;
  const prefix = name.prefixInput === undefined ? undefined : inputs[name.prefixInput];
  if ((inputs[name.input] ?? prefix ?? null) !== null) return inputs;
  const old = before[name.input];
  if (typeof old === "string" && isAutomaticName(name, old, resource.name)) return { ...inputs, [name.input]: old };
  const suffix = new ObjectSeed(resource.urn, creations).hex("name", SUFFIX_LENGTH);
  return { ...inputs, [name.input]: `${name.automaticPrefix ?? ""}${resource.name}-${suffix}` };
}

/** Whether the name was made up by {@link withName} for a resource with this logical name. */
export function isAutomaticName({ automaticPrefix = "" }: PhysicalName, name: string, logicalName: string): boolean {
  const beginning = `${automaticPrefix}${logicalName}-`;
  return name.startsWith(beginning) && /^[0-9a-f]{7}$/.test(name.slice(beginning.length));
}

/** The name that the service completes when a prefix is given: 26 more characters. Source: Terraform AWS provider, `id.PrefixedUniqueId`. */
export function completedName(name: PhysicalName | undefined, inputs: Properties, seed: ObjectSeed): Properties {
  if (name?.prefixInput === undefined || (inputs[name.input] ?? null) !== null) return {};
  const prefix = inputs[name.prefixInput];
  if (typeof prefix !== "string" || prefix === UNKNOWN) return {};
  return { [name.input]: `${prefix}${seed.digits("name", 18)}${seed.hex("name", 8)}` };
}
