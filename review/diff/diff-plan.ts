import { type PlannedResource, resourceText } from "../../policies/resource";
import { UNKNOWN } from "../../sandbox/engine/shown-values";
import type { Change, FieldChange } from "../change";
import { judgeField, withLoss } from "../classes/judge";
import { judgeLife } from "../classes/judge-life";
import { isProtected } from "../classes/protection";
import type { Judgement, Subject, Surroundings } from "../classes/row";
import { changed, fieldChange } from "./diff-objects";
import { followUps } from "./follow-ups";
import { otherProvider, remadeProvider } from "./provider-change";
import { renamesAmong } from "./renames";
import { type JudgedField, judgedResource, planSubject } from "./resource-fields";

/** How a resource that stays changes, while it is worked out. */
interface Working {
  readonly before: PlannedResource;
  readonly after: PlannedResource;
  readonly fields: readonly JudgedField[];
}

/**
 * What a change does to the resources of a plan, in the order of their names. Resources are the same by URN; components have no change of their own, as what they are given shows at what they make.
 *
 * A plan doesn't show secrets: two that differ look the same. Nor does it show aliases, which would keep a renamed resource.
 *
 * @param around what else is there on both sides, where manifests are known, too
 */
export function diffPlan(
  base: readonly PlannedResource[],
  head: readonly PlannedResource[],
  around: Surroundings = { base: { resources: base, objects: [] }, head: { resources: head, objects: [] } },
): readonly Change[] {
  const was = byUrn(base);
  const is = byUrn(head);
  const removed = [...was.values()].filter(({ urn }) => !is.has(urn));
  const added = [...is.values()].filter(({ urn }) => !was.has(urn));
  const renames = renamesAmong(removed, added);
  const renamed = new Set(renames.flatMap(({ from, to }) => [from, to]));
  const kept = [...was.values()].flatMap((before): readonly Working[] => {
    const after = is.get(before.urn);
    if (after === undefined) return [];
    const fields = [...judgedResource(before, after, around), ...otherProvider(before, after, around)];
    return [{ before, after, fields }];
  });
  return [
    ...removed.filter((one) => !renamed.has(one)).map((before) => lived("removed", before, undefined, around)),
    ...added.filter((one) => !renamed.has(one)).map((after) => lived("added", undefined, after, around)),
    ...renames.flatMap(({ from, to }) => moved(from, to, around) ?? []),
    ...withFollowUps(kept, around).flatMap(
      ({ before, after, fields }) =>
        changed(thingOf(before, after, around), inOrder(fields.map(({ field }) => field))) ?? [],
    ),
  ].sort((one, other) => (one.thing.name < other.thing.name ? -1 : 1));
}

function inOrder(fields: readonly FieldChange[]): readonly FieldChange[] {
  return [...fields].sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Resources that a provider makes. */
function byUrn(resources: readonly PlannedResource[]): ReadonlyMap<string, PlannedResource> {
  return new Map(resources.filter(({ custom }) => custom).map((resource) => [resource.urn, resource]));
}

/** With the inputs that name what is made again, all that a provider makes which is, and those that name that, until none is left. */
function withFollowUps(kept: readonly Working[], around: Surroundings): readonly Working[] {
  const replaced = new Map(kept.filter(isReplaced).map(({ before }) => [before.urn, before]));
  if (replaced.size === 0) return kept;
  const next = kept.map((working): Working => {
    const { before, after, fields } = working;
    const known = new Set(fields.map(({ keys }) => keys));
    const news = [
      ...followUps(before, after, replaced).map((one) => followed(one, working, around)),
      ...remadeProvider(before, after, replaced, around),
    ].filter(({ keys }) => !known.has(keys));
    return news.length === 0 ? working : { ...working, fields: [...fields, ...news] };
  });
  const more = next.some((working, index) => working.fields.length > (kept[index]?.fields.length ?? 0));
  return more ? withFollowUps(next, around) : next;
}

function isReplaced({ fields }: Working): boolean {
  return fields.some(({ replaces }) => replaces);
}

function followed(
  { path, because }: { readonly path: readonly string[]; readonly because: string },
  { before, after }: Working,
  around: Surroundings,
): JudgedField {
  const judgement = judgeField({ path, before: UNKNOWN, after: UNKNOWN }, planSubject(before, after, around));
  const reason = `it names ${because}, which is made again; ${judgement.reason}`;
  const { class: is, replaces } = judgement;
  return {
    keys: path.join("."),
    field: { path: path.join("."), before: UNKNOWN, after: UNKNOWN, class: is, reason },
    replaces: replaces === true,
  };
}

function moved(from: PlannedResource, to: PlannedResource, around: Surroundings): Change | undefined {
  const other = from.type === to.type ? "logical name or parent" : "version of its API";
  const reason = `it has another ${other}, and no alias is known here: Pulumi makes a new one and deletes this one`;
  const judgement: Judgement = withLoss(
    { class: "replacement", reason, replaces: true },
    planSubject(from, to, around),
  );
  const urn: FieldChange = fieldChange({ path: ["urn"], before: from.urn, after: to.urn }, judgement);
  const others = judgedResource(from, to, around).filter(({ keys }) => keys !== "apiVersion");
  return changed(thingOf(from, to, around), inOrder([...others.map(({ field }) => field), urn]));
}

function lived(
  operation: "added" | "removed",
  before: PlannedResource | undefined,
  after: PlannedResource | undefined,
  around: Surroundings,
): Change {
  const subject: Subject = planSubject(before, after, around);
  const { class: is, reason } = judgeLife(operation, subject);
  return { thing: thingOf(before, after, around), operation, fields: [], class: is, reason };
}

/** The thing under the name that it has so far: that is what would be lost. */
function thingOf(
  before: PlannedResource | undefined,
  after: PlannedResource | undefined,
  around: Surroundings,
): Change["thing"] {
  const either = before ?? after;
  return {
    side: "plan",
    name: either === undefined ? "" : resourceText(either),
    type: either?.type ?? "",
    protected:
      (before !== undefined && isProtected(before, around.base)) ||
      (after !== undefined && isProtected(after, around.head)),
  };
}
