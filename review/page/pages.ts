import { referenceOf, referenceText } from "../../charts/kube-object";
import type { Acknowledgement } from "../acknowledgements";
import type { Change } from "../change";
import { failureTexts } from "../report/summary";
import type { Assessment, Review } from "../review";
import type { Side } from "../side";
import { assessedParts } from "./assessed-parts";
import type { AcknowledgementRow, ReviewedChange } from "./page-input";
import { reviewPage } from "./review-page";

/** The page of a stack alone. */
export function pageOfStack(stack: string, side: Pick<Side, "resources" | "objects">, assessment: Assessment): string {
  return reviewPage({ stack, resources: side.resources, objects: side.objects, ...assessedParts(assessment) });
}

/** The page of a review, with both sides of what changes. */
export function pageOfReview(review: Review, base: Side, head: Side): string {
  const { stack, compared, changes, acknowledgements } = review;
  const [before, after] = [texts(base), texts(head)];
  return reviewPage({
    stack,
    compared,
    changes: changes.map((change): ReviewedChange => {
      const key = keyOf(change.thing);
      const [was, is] = [before.get(key), after.get(key)];
      return { ...change, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) };
    }),
    acknowledgements: [
      ...acknowledgements.missing.map((change) => acknowledgementRow(change)),
      ...acknowledgements.given
        .filter((entry) => !acknowledgements.unused.includes(entry))
        .map((entry) => givenRow(entry, changes)),
    ],
    failures: failureTexts(review),
    resources: head.resources,
    objects: head.objects,
    ...assessedParts(review.head, review),
  });
}

/** What is on a side by what it is called: inputs of resources, and objects. */
function texts({ resources, objects }: Side): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ...resources.map(({ type, name, inputs }) => [keyOf({ side: "plan", name: `${type} ${name}` }), inputs] as const),
    ...objects.map(
      (object) => [keyOf({ side: "manifests", name: referenceText(referenceOf(object)) }), object] as const,
    ),
  ]);
}

function keyOf({ side, name }: Pick<Change["thing"], "side" | "name">): string {
  return `${side}: ${name}`;
}

function acknowledgementRow({ thing, class: is, reason }: Change): AcknowledgementRow {
  return { name: thing.name, class: is, reason };
}

function givenRow(entry: Acknowledgement, changes: readonly Change[]): AcknowledgementRow {
  const change = changes.find(({ thing }) => thing.name === entry.thing);
  return {
    name: entry.thing,
    class: entry.class,
    reason: change?.reason ?? "",
    given: { by: entry.owner, reason: entry.reason },
  };
}
