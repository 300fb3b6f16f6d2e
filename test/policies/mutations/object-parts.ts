import type { Changeable } from "../estate-fixture";
import type { Mutation } from "./mutation";

/** The pod of a workload: that of its template, and of a CronJob that of its Job's. */
export function podOf({ kind, spec }: Changeable): Changeable {
  return kind === "CronJob" ? spec.jobTemplate.spec.template.spec : spec.template.spec;
}

/** The first container of a workload, or that of a name. */
export function containerOf(workload: Changeable, name?: string): Changeable {
  const containers: readonly Changeable[] = podOf(workload).containers;
  return named(containers, name ?? containers[0]?.name);
}

/** The item of a list that has a name. It throws where none has it: a mutation has to change something. */
export function named(list: readonly Changeable[], name: string): Changeable {
  const found = list.find((item) => item.name === name);
  if (found === undefined) throw new Error(`There is no ${name} among ${list.map((item) => item.name).join(", ")}.`);
  return found;
}

/** Takes the item of a name out of a list. */
export function removeNamed(list: Changeable[], name: string): void {
  list.splice(list.indexOf(named(list, name)), 1);
}

/** Replaces a part of a text, wherever it stands. It throws where the text has no such part. */
export function replaceText(holder: Changeable, key: string, from: string, to: string): void {
  if (!holder[key].includes(from)) throw new Error(`${key} has no ${from} to replace.`);
  holder[key] = holder[key].replaceAll(from, to);
}

/** Adds an object. */
export function addObject(object: Changeable): Mutation["change"] {
  return ({ objects }) => {
    objects.push(object);
  };
}
