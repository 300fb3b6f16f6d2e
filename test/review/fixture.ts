import type { Json, KubeObject } from "../../charts/kube-object";
import type { PlannedResource } from "../../policies/resource";
import type { Change } from "../../review/change";
import { diffObjects } from "../../review/diff/diff-objects";
import { diffPlan } from "../../review/diff/diff-plan";
import { resource } from "../policies/estate-fixture";

/** Fields of a case. */
export type Fields = Readonly<Record<string, unknown>>;

/** An object named `it` in namespace `here`; its API version is v1, which no table reads. @param type group and kind: `apps/Deployment`, `Secret` */
export function object(type: string, fields: Fields = {}, metadata: Fields = {}): KubeObject {
  const [group, kind] = type.includes("/") ? type.split("/") : ["", type];
  return {
    apiVersion: group === "" ? "v1" : `${group}/v1`,
    kind: kind ?? "",
    metadata: { name: "it", namespace: "here", ...metadata },
    ...fields,
  };
}

/** What a change of one object does, as lines `path: class: reason`. */
export function objectLines(
  type: string,
  before: Fields,
  after: Fields,
  others: readonly KubeObject[] = [],
): readonly string[] {
  return lines(diffObjects([...others, object(type, before)], [...others, object(type, after)]));
}

/** What a change of one resource named `it` does; see {@link objectLines}. */
export function resourceLines(
  type: string,
  before: Fields,
  after: Fields,
  others: readonly PlannedResource[] = [],
): readonly string[] {
  return lines(diffPlan([...others, resource(type, "it", before)], [...others, resource(type, "it", after)]));
}

/** What adding and removing one object does. */
export function objectLife(type: string, fields: Fields = {}): Readonly<Record<"added" | "removed", string>> {
  const made = [object(type, fields)];
  return { added: lead(diffObjects([], made)), removed: lead(diffObjects(made, [])) };
}

/** What adding and removing one resource does. */
export function resourceLife(
  type: string,
  fields: Fields = {},
  others: readonly PlannedResource[] = [],
): Readonly<Record<"added" | "removed", string>> {
  const made = [...others, resource(type, "it", fields)];
  return { added: lead(diffPlan(others, made)), removed: lead(diffPlan(made, others)) };
}

/** The one change, as a line. */
export function lead(changes: readonly Change[]): string {
  const [change] = changes;
  if (change === undefined || changes.length > 1)
    throw new Error(`${changes.length} changes: ${JSON.stringify(changes)}`);
  return `${change.class}: ${change.reason}`;
}

/** A value one level or more below others: `at("spec.replicas", 3)`; keys with dots are given in a list. */
export function at(path: string | readonly string[], value: unknown): Fields {
  const keys = typeof path === "string" ? path.split(".") : path;
  return keys.reduceRight<unknown>((inside, key) => ({ [key]: inside }), value) as Fields;
}

/** JSON as the comparison takes it. */
export function json(value: unknown): Json {
  return value as Json;
}

function lines(changes: readonly Change[]): readonly string[] {
  const [change] = changes;
  if (changes.length > 1) throw new Error(`${changes.length} changes: ${JSON.stringify(changes)}`);
  return (change?.fields ?? []).map((field) => `${field.path}: ${field.class}: ${field.reason}`);
}

/** The change of one field of an object, without its path; fails where it is told as several. */
export function fieldLine(type: string, path: string | readonly string[], before: unknown, after: unknown): string {
  const side = (value: unknown) =>
    value === undefined ? at((typeof path === "string" ? path.split(".") : path).slice(0, -1), {}) : at(path, value);
  const [line, ...more] = objectLines(type, side(before), side(after));
  expect(more).toEqual([]);
  return line?.split(": ").slice(1).join(": ") ?? "";
}
