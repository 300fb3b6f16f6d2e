import type { KubeObject } from "../../charts/kube-object";
import { Estate } from "../../policies/estate";
import { objectsIn } from "../../policies/estate-of-plan";
import type { PlannedResource } from "../../policies/resource";
import { prodPlatform } from "../infra/prod-platform";

/** A resource of a plan with nothing but what a rule reads. */
export function resource(
  type: string,
  name: string,
  inputs: Readonly<Record<string, unknown>>,
  more: Partial<Pick<PlannedResource, "dependencies" | "protect" | "parent" | "provider">> = {},
): PlannedResource {
  return {
    urn: urnOf(type, name),
    type,
    name,
    parent: null,
    provider: null,
    inputs,
    dependencies: [],
    protect: false,
    custom: true,
    ...more,
  };
}

/** The URN that {@link resource} gives: what other resources name as a dependency. */
export function urnOf(type: string, name: string): string {
  return `urn:pulumi:test::vantage::${type}::${name}`;
}

/** What a rule is tried on. Changing it before the rule looks is how a case breaks something. */
export interface Things {
  resources: (Omit<PlannedResource, "inputs"> & { inputs: Changeable })[];
  objects: Changeable[];
}

/** Data that a case may change at will. */
// biome-ignore lint/suspicious/noExplicitAny: a case may put anything anywhere
export type Changeable = Record<string, any>;

const PLATFORM = prodPlatform();

/** The day on which tests judge, so that what they say doesn't depend on when they run; every committed exemption counts on it. */
export const TODAY = new Date("2026-11-21T12:00:00Z");

/**
 * A copy that a case or a mutation may change. `structuredClone` won't do: under Jest its objects have another realm's prototypes, and a check that compares by `isDeepStrictEqual` would find
 * something wrong before anything was changed.
 */
export function copyOf(resources: readonly unknown[] = [], objects: readonly unknown[] = []): Things {
  return JSON.parse(JSON.stringify({ resources, objects })) as Things;
}

/** The estate of some things, with the settings of prod and those that a test sets instead. */
export function estateOf({ resources, objects }: Things, settings: Partial<Estate["settings"]> = {}): Estate {
  return new Estate({
    resources: resources as PlannedResource[],
    objects: [...(resources as PlannedResource[]).flatMap(objectsIn), ...(objects as KubeObject[])],
    platform: { ...PLATFORM, policies: { ...PLATFORM.policies, ...settings } },
    today: TODAY,
  });
}

/** The inputs of the first resource, or of that of a name, to be changed. */
export function inputsIn({ resources }: Things, name?: string): Changeable {
  const found = resources.find((one) => name === undefined || one.name === name);
  if (found === undefined) throw new Error(`The case has no resource ${name ?? ""}.`);
  return found.inputs;
}

/** The first object, or that of a name, to be changed. */
export function objectNamed({ objects }: Things, name?: string): Changeable {
  const found = objects.find((one) => name === undefined || one.metadata.name === name);
  if (found === undefined) throw new Error(`The case has no object ${name ?? ""}.`);
  return found;
}
