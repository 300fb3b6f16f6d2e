import type { Changeable, Things } from "../estate-fixture";

/** One change to the plan or the manifests of prod that a rule has to catch. */
export interface Mutation {
  /** What was done, for the report: "rotation of a key turned off". */
  readonly what: string;
  /** Makes the change. It throws when there is nothing to change: a mutation that changes nothing proves nothing. */
  readonly change: (things: Things) => void;
}

/** Mutations by the id of the rule that has to catch each. */
export type Mutations = Readonly<Record<string, readonly Mutation[]>>;

/** Changes the inputs of the first resource of a type, or of that whose name is given. */
export function changeInputs(type: string, change: (inputs: Changeable) => void, name?: RegExp): Mutation["change"] {
  return ({ resources }) => {
    const found = resources.find(
      (resource) => resource.type === type && (name === undefined || name.test(resource.name)),
    );
    if (found === undefined) throw new Error(`prod has no ${type} ${name ?? ""} to mutate.`);
    change(found.inputs);
  };
}

/** Changes the first object of a kind, or that whose name is given. */
export function changeObject(kind: string, change: (object: Changeable) => void, name?: RegExp): Mutation["change"] {
  return ({ objects }) => {
    const found = objects.find(
      (object) => object.kind === kind && (name === undefined || name.test(object.metadata.name)),
    );
    if (found === undefined) throw new Error(`prod has no ${kind} ${name ?? ""} to mutate.`);
    change(found);
  };
}

/** Takes away every resource of a type, or those whose name fits. */
export function removeResources(type: string, name = /./): Mutation["change"] {
  return (things) => {
    const left = things.resources.filter((resource) => resource.type !== type || !name.test(resource.name));
    if (left.length === things.resources.length) throw new Error(`prod has no ${type} ${name} to take away.`);
    things.resources = left;
  };
}

/** Takes away every object of a kind, or those whose name fits. */
export function removeObjects(kind: string, name = /./): Mutation["change"] {
  return (things) => {
    const left = things.objects.filter((object) => object.kind !== kind || !name.test(object.metadata.name));
    if (left.length === things.objects.length) throw new Error(`prod has no ${kind} ${name} to take away.`);
    things.objects = left;
  };
}
