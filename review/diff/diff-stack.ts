import { referenceOf, referenceText } from "../../charts/kube-object";
import { objectsIn } from "../../policies/estate-of-plan";
import type { PlannedResource } from "../../policies/resource";
import type { Change } from "../change";
import type { Side, Surroundings } from "../classes/row";
import { byReference, diffObjects } from "./diff-objects";
import { diffPlan } from "./diff-plan";

/**
 * What a change does to a stack: its plan and its manifests. An object that both have is told once, from the manifests: it is what reviewers see. What only the plan knows of it (that its resource has another
 * name, that the engine no longer protects it) is told from there.
 */
export function diffStack(base: Side, head: Side): readonly Change[] {
  const around: Surroundings = { base: whole(base), head: whole(head) };
  const rendered = new Set([...base.objects, ...head.objects].map((object) => referenceText(referenceOf(object))));
  const [was, is] = [base, head].map(({ resources }) => resources.map((one) => withoutTold(one, rendered)));
  const plan = diffPlan(was ?? [], is ?? [], around).filter(
    ({ operation, thing }) => operation === "changed" || !toldElsewhere(thing.name, was ?? [], is ?? [], rendered),
  );
  return [...plan, ...diffObjects(base.objects, head.objects, around).map((change) => guarded(change, around))];
}

/** The side with the objects that only its plan has. */
function whole({ resources, objects }: Side): Side {
  const all = new Map([...byReference(resources.flatMap(objectsIn)), ...byReference(objects)]);
  return { resources, objects: [...all.values()] };
}

/** The resource without what the manifests say of it. */
function withoutTold(resource: PlannedResource, rendered: ReadonlySet<string>): PlannedResource {
  if (!isTold(resource, rendered)) return resource;
  const { apiVersion, kind, metadata, stdin: _told, ...rest } = resource.inputs;
  if (kind === undefined) return { ...resource, inputs: rest };
  const { name, namespace } = metadata as { readonly name: string; readonly namespace?: string };
  return { ...resource, inputs: { apiVersion, kind, metadata: { name, namespace } } };
}

function isTold(resource: PlannedResource, rendered: ReadonlySet<string>): boolean {
  const objects = objectsIn(resource);
  return objects.length > 0 && objects.every((object) => rendered.has(referenceText(referenceOf(object))));
}

/** Whether something that comes or goes is an object that the manifests tell of. */
function toldElsewhere(
  name: string,
  was: readonly PlannedResource[],
  is: readonly PlannedResource[],
  rendered: ReadonlySet<string>,
): boolean {
  return [...was, ...is].some(
    (resource) =>
      resource.type.startsWith("kubernetes:") &&
      `${resource.type} ${resource.name}` === name &&
      isTold(resource, rendered),
  );
}

/** With the plan's word on whether the engine protects the object. */
function guarded(change: Change, { base, head }: Surroundings): Change {
  const { thing } = change;
  if (thing.protected) return change;
  const isProtected = [...base.resources, ...head.resources].some(
    (resource) =>
      resource.protect && objectsIn(resource).some((object) => referenceText(referenceOf(object)) === thing.name),
  );
  return isProtected ? { ...change, thing: { ...thing, protected: true } } : change;
}
