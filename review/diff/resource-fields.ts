import type { KubeObject } from "../../charts/kube-object";
import { objectsIn } from "../../policies/estate-of-plan";
import type { PlannedResource } from "../../policies/resource";
import type { FieldChange } from "../change";
import { judgeField } from "../classes/judge";
import type { Fields, Subject, Surroundings } from "../classes/row";
import { type Difference, differences } from "./compare";
import { fieldChange, objectDifferences, objectSubject } from "./diff-objects";
import { keysOf } from "./diff-path";
import { resourceReading } from "./resource-reading";

/** A field of a resource with what its change does. */
export interface JudgedField {
  /** Its keys without members of lists, dotted. */
  readonly keys: string;
  readonly field: FieldChange;
  /** Whether the resource is made again for it. */
  readonly replaces: boolean;
}

/** A resource as a table reads it: as the object that it is, where it is one. */
export function planSubject(
  before: PlannedResource | undefined,
  after: PlannedResource | undefined,
  around: Surroundings,
): Subject {
  const either = before ?? after;
  if (either !== undefined && objectOf(either) !== undefined) {
    return objectSubject(before && objectOf(before), after && objectOf(after), around);
  }
  return {
    type: either?.type ?? "",
    ...(either === undefined ? {} : { urn: either.urn }),
    ...(before === undefined ? {} : { before: fieldsOf(before) }),
    ...(after === undefined ? {} : { after: fieldsOf(after) }),
    around,
  };
}

/** What differs between two forms of a resource, and what each difference does. */
export function judgedResource(
  before: PlannedResource,
  after: PlannedResource,
  around: Surroundings,
): readonly JudgedField[] {
  const subject = planSubject(before, after, around);
  const inputs = inputDifferences(before, after, subject).map((difference): JudgedField => {
    const judgement = judgeField(difference, subject);
    return {
      keys: keysOf(difference.path).join("."),
      field: fieldChange(difference, judgement),
      replaces: judgement.replaces === true,
    };
  });
  return [...inputs, ...guarding(before, after)];
}

function inputDifferences(before: PlannedResource, after: PlannedResource, { type }: Subject): readonly Difference[] {
  const [was, is] = [objectOf(before), objectOf(after)];
  if (was !== undefined && is !== undefined) return objectDifferences(type, was, is);
  return differences(fieldsOf(before), fieldsOf(after), resourceReading(type));
}

/** The object that a resource is; what a command is handed isn't itself. */
function objectOf(resource: PlannedResource): KubeObject | undefined {
  return resource.type.startsWith("kubernetes:") ? objectsIn(resource)[0] : undefined;
}

/** Whether the engine refuses to delete it isn't an input, and nothing happens for it. */
function guarding(before: PlannedResource, after: PlannedResource): readonly JudgedField[] {
  if (before.protect === after.protect) return [];
  const reason = after.protect
    ? "nothing happens now, and from now on the engine refuses to delete it"
    : "nothing happens now, but from now on the engine no longer refuses to delete it";
  const field = fieldChange(
    { path: ["protect"], before: before.protect, after: after.protect },
    { class: "in place", reason },
  );
  return [{ keys: "protect", field, replaces: false }];
}

/** Inputs are JSON: they come from the plan file. */
function fieldsOf({ inputs }: PlannedResource): Fields {
  return inputs as Fields;
}
