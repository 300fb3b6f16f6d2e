import type { Finding } from "../facts/read-back";
import type { Evaluation } from "../policies/evaluate";
import { staleManifests } from "../policies/stale-manifests";
import { type Acknowledgement, newAcknowledgements, unacknowledged, unusedAcknowledgements } from "./acknowledgements";
import { type Capacity, capacityOf } from "./capacity/capacity";
import { type CapacityDelta, capacityDelta } from "./capacity/capacity-delta";
import type { Change } from "./change";
import { type CostDelta, costDelta } from "./cost/cost-delta";
import { type MonthlyCost, monthlyCost } from "./cost/monthly-cost";
import { diffStack } from "./diff/diff-stack";
import { type Documented, type FactChange, factChanges, findingsOf } from "./facts";
import { judged, type VerdictChange, verdictChanges } from "./policies";
import type { Side } from "./side";

/** What there is to say of a stack as it is. */
export interface Assessment {
  /** What the rules say; left out where the configuration can't be read. */
  readonly policies?: Evaluation;
  readonly cost: MonthlyCost;
  readonly capacity: Capacity;
  /** Left out where the configuration can't be read. */
  readonly facts?: readonly Finding[];
}

/** What a change does to a stack. */
export interface Review {
  readonly stack: string;
  /** What is compared, by names that readers know. */
  readonly compared: { readonly base: string; readonly head: string };
  /** By the name of what changes. */
  readonly changes: readonly Change[];
  readonly acknowledgements: {
    /** Those that the change brings along. */
    readonly given: readonly Acknowledgement[];
    /** Changes that need one and have none: the review fails. */
    readonly missing: readonly Change[];
    /** Those that no change needs. */
    readonly unused: readonly Acknowledgement[];
  };
  /** Names of objects whose manifest is not what the plan deploys: the review fails, since it tells what nobody will get. */
  readonly stale: readonly string[];
  /** Left out where the base's configuration can't be read by today's schema. */
  readonly policies?: readonly VerdictChange[];
  readonly cost: CostDelta;
  readonly capacity: CapacityDelta;
  /** Left out where the base's configuration can't be read by today's schema. */
  readonly facts?: readonly FactChange[];
  readonly base: Assessment;
  readonly head: Assessment;
}

/** What a review knows beside the two sides. */
export interface ReviewTerms {
  readonly stack: string;
  readonly compared: Review["compared"];
  readonly documented: Documented;
  /** The day of which prices and exemptions are. */
  readonly today: Date;
}

/** Says what there is to say of one side. */
export function assess(side: Side, { documented, today }: Pick<ReviewTerms, "documented" | "today">): Assessment {
  const [policies, facts] = [judged(side, today), findingsOf(side, documented)];
  return {
    ...(policies === undefined ? {} : { policies }),
    cost: monthlyCost(side.resources, today),
    capacity: capacityOf(side.resources, side.objects),
    ...(facts === undefined ? {} : { facts }),
  };
}

/** Compares the two sides of a change. */
export function reviewOf(base: Side, head: Side, terms: ReviewTerms): Review {
  const { stack, compared } = terms;
  const changes = diffStack(base, head);
  const given = newAcknowledgements(stack, base.acknowledgements, head.acknowledgements);
  const [was, is] = [assess(base, terms), assess(head, terms)];
  // Before a stack is there, nothing is wrong with it.
  const before = base.resources.length === 0 ? [] : was.policies?.verdicts;
  return {
    stack,
    compared,
    changes,
    acknowledgements: {
      given,
      missing: unacknowledged(changes, given),
      unused: unusedAcknowledgements(changes, given),
    },
    stale: staleManifests(head.objects, head.resources),
    ...(before && is.policies && { policies: verdictChanges(before, is.policies.verdicts) }),
    cost: costDelta(was.cost, is.cost),
    capacity: capacityDelta(was.capacity, is.capacity),
    ...(was.facts && is.facts && { facts: factChanges(was.facts, is.facts, changes) }),
    base: was,
    head: is,
  };
}

/** Whether the change may go on as far as its review is concerned. */
export function reviewHolds({ acknowledgements: { missing, unused }, stale }: Review): boolean {
  return missing.length === 0 && unused.length === 0 && stale.length === 0;
}
