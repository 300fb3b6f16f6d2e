import type { Changeable } from "../estate-fixture";
import type { Mutation } from "./mutation";

/** Changes a resource apart from its inputs. */
export function changeResource(type: string, change: Changeable, name = /./): Mutation["change"] {
  return ({ resources }) => {
    const found = resources.find((one) => one.type === type && name.test(one.name));
    if (found === undefined) throw new Error(`prod has no ${type} ${name} to mutate.`);
    Object.assign(found, change);
  };
}

/** One change after another. */
export const allOf =
  (...changes: readonly Mutation["change"][]): Mutation["change"] =>
  (things) => {
    for (const change of changes) change(things);
  };
