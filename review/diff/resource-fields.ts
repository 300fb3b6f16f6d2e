import type { KubeObject } from "../../charts/kube-object";
import { objectsIn } from "../../policies/estate-of-plan";
import type { PlannedResource } from "../../policies/resource";
import type { FieldChange } from "../change";
import { judgeField } from "../classes/judge";
import { judgeLife } from "../classes/judge-life";
import type { Fields, Judgement, Side, Subject, Surroundings } from "../classes/row";
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
    const [was, is] = [before && inFull(before, around.base), after && inFull(after, around.head)];
    return objectSubject(was && objectOf(was), is && objectOf(is), around);
  }
  return {
    type: either?.type ?? "",
    ...(either === undefined ? {} : { urn: either.urn }),
    ...(before === undefined ? {} : { before: fieldsOf(before) }),
    ...(after === undefined ? {} : { after: fieldsOf(after) }),
    around,
  };
}

/** The resource with all that its side has of it: what is compared may lack what the manifests tell. */
function inFull(resource: PlannedResource, { resources }: Side): PlannedResource {
  return resources.find(({ urn }) => urn === resource.urn) ?? resource;
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
  return [...inputs, ...guarding(before, after, subject)];
}

function inputDifferences(before: PlannedResource, after: PlannedResource, { type }: Subject): readonly Difference[] {
  const [was, is] = [objectOf(before), objectOf(after)];
  if (was !== undefined && is !== undefined) return objectDifferences(type, was, is);
  return differences(fieldsOf(before), fieldsOf(after), resourceReading(type));
}

/** The object that a resource is; what a command is handed isn't itself. */
export function objectOf(resource: PlannedResource): KubeObject | undefined {
  return resource.type.startsWith("kubernetes:") ? objectsIn(resource)[0] : undefined;
}

/** Whether the engine refuses to delete it isn't an input. Nothing happens for it, but to give protection up is as grave as what it kept from happening: else two changes did without a word what one must not. */
function guarding(before: PlannedResource, after: PlannedResource, subject: Subject): readonly JudgedField[] {
  if (before.protect === after.protect) return [];
  const deletion = judgeLife("removed", subject);
  const judgement: Judgement = after.protect
    ? { class: "in place", reason: "nothing happens now, and from now on the engine refuses to delete it" }
    : {
        class: deletion.class,
        reason: `nothing is lost now, but from now on the engine no longer refuses to delete it: with a deletion, ${deletion.reason}`,
      };
  const field = fieldChange({ path: ["protect"], before: before.protect, after: after.protect }, judgement);
  return [{ keys: "protect", field, replaces: false }];
}

/** Inputs are JSON: they come from the plan file. */
function fieldsOf({ inputs }: PlannedResource): Fields {
  return inputs as Fields;
}
