import { type KubeObject, referenceOf, referenceText } from "../../charts/kube-object";
import { type Change, type ChangedThing, type FieldChange, worst } from "../change";
import { judgeField } from "../classes/judge";
import { judgeLife } from "../classes/judge-life";
import { guardsData } from "../classes/protection";
import type { Fields, Judgement, Side, Subject, Surroundings } from "../classes/row";
import { type Difference, differences } from "./compare";
import { diffPathText } from "./diff-path";
import { objectReading } from "./object-reading";

/**
 * What a change does to objects, in the order of their names. Objects are the same by group, kind, namespace and name; the version of their API isn't part of it.
 *
 * @param around what else is there on both sides, where the plan knows more than the manifests (storage classes)
 */
export function diffObjects(
  base: readonly KubeObject[],
  head: readonly KubeObject[],
  around: Surroundings = { base: { resources: [], objects: base }, head: { resources: [], objects: head } },
): readonly Change[] {
  const was = byReference(base);
  const is = byReference(head);
  const names = [...new Set([...was.keys(), ...is.keys()])].sort();
  return names.flatMap((name) => changeOf(name, was.get(name), is.get(name), around) ?? []);
}

/** Objects by what tells them apart. */
export function byReference(objects: readonly KubeObject[]): ReadonlyMap<string, KubeObject> {
  return new Map(objects.map((object) => [referenceText(referenceOf(object)), object]));
}

/** Group and kind, as tables name it. */
export function typeOf(object: KubeObject): string {
  const { group, kind } = referenceOf(object);
  return group === "" ? kind : `${group}/${kind}`;
}

/** An object as a table reads it. */
export function objectSubject(
  before: KubeObject | undefined,
  after: KubeObject | undefined,
  around: Surroundings,
): Subject {
  const either = before ?? after;
  return {
    type: either === undefined ? "" : typeOf(either),
    ...(before === undefined ? {} : { before: fieldsOf(before) }),
    ...(after === undefined ? {} : { after: fieldsOf(after) }),
    around,
  };
}

/** What differs between two forms of an object. */
export function objectDifferences(type: string, before: KubeObject, after: KubeObject): readonly Difference[] {
  return differences(fieldsOf(before), fieldsOf(after), objectReading(type));
}

/** A change of fields, led by the worst of them. */
export function changed(thing: ChangedThing, fields: readonly FieldChange[]): Change | undefined {
  const is = worst(fields.map((field) => field.class));
  const lead = fields.find((field) => field.class === is);
  return lead === undefined ? undefined : { thing, operation: "changed", fields, class: is, reason: lead.reason };
}

/** A difference with what it does. */
export function fieldChange({ path, before, after }: Difference, { class: is, reason }: Judgement): FieldChange {
  return {
    path: diffPathText(path),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    class: is,
    reason,
  };
}

function changeOf(
  name: string,
  before: KubeObject | undefined,
  after: KubeObject | undefined,
  around: Surroundings,
): Change | undefined {
  const subject = objectSubject(before, after, around);
  const thing = {
    side: "manifests",
    name,
    type: subject.type,
    protected: guards(before, around.base) || guards(after, around.head),
  } as const;
  if (before !== undefined && after !== undefined) {
    const found = objectDifferences(subject.type, before, after);
    return changed(
      thing,
      found.map((difference) => fieldChange(difference, judgeField(difference, subject))),
    );
  }
  const operation = before === undefined ? "added" : "removed";
  const { class: is, reason } = judgeLife(operation, subject);
  return { thing, operation, fields: [], class: is, reason };
}

function guards(object: KubeObject | undefined, side: Side): boolean {
  return object !== undefined && guardsData(object, side);
}

/** Objects are JSON: they come from YAML or from a plan. */
function fieldsOf(object: KubeObject): Fields {
  return object as unknown as Fields;
}
