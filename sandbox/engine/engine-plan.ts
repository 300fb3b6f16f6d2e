import { PLAN_VERSION, type PlanFile, type PlanResource } from "./plan-file";
import { shownMap } from "./shown-values";

/**
 * The part that matters here of the file that the engine writes with `--save-plan`. It is the one place where checked inputs, dependencies and protection stand
 * together: the event stream has no dependencies.
 * Source: pulumi/sdk/go/common/apitype/plan.go, `DeploymentPlanV1`, `GoalV1`.
 */
export interface EnginePlan {
  readonly resourcePlans?: Readonly<Record<string, { readonly goal?: EngineGoal }>>;
}

/** What the program wants of one resource. Against an empty state, `adds` of the input diff are all its inputs. */
export interface EngineGoal {
  readonly type: string;
  readonly name: string;
  readonly custom: boolean;
  readonly inputDiff: { readonly adds?: Readonly<Record<string, unknown>> };
  readonly parent?: string;
  readonly provider?: string;
  readonly protect?: boolean;
  readonly dependencies?: readonly string[];
}

/** The plan of a stack out of the engine's own file, made against an empty state. Nothing in it depends on the run, the machine or the time. */
export function planOf(stack: string, { resourcePlans = {} }: EnginePlan): PlanFile {
  const resources = Object.entries(resourcePlans).flatMap(([urn, { goal }]) =>
    goal === undefined ? [] : [resourceOf(urn, goal)],
  );
  return { version: PLAN_VERSION, stack, resources: parentsFirst(resources) };
}

function resourceOf(urn: string, goal: EngineGoal): PlanResource {
  return {
    urn,
    type: goal.type,
    name: goal.name,
    parent: goal.parent || null,
    provider: providerUrn(goal.provider),
    inputs: shownMap(goal.inputDiff.adds ?? {}),
    dependencies: [...new Set(goal.dependencies ?? [])].sort(),
    protect: goal.protect ?? false,
    custom: goal.custom,
  };
}

/** A provider reference is the URN of the provider and, after the last `::`, its id, which is new in every run. */
function providerUrn(reference: string | undefined): string | null {
  return reference ? reference.slice(0, reference.lastIndexOf("::")) : null;
}

/** By depth in the tree of parents, then by URN: a total order that no timing changes. */
function parentsFirst(resources: readonly PlanResource[]): readonly PlanResource[] {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const depth = ({ parent }: PlanResource): number => {
    const above = parent === null ? undefined : byUrn.get(parent);
    return above === undefined ? 0 : 1 + depth(above);
  };
  const ranked = resources.map((resource) => ({ resource, depth: depth(resource) }));
  // Not localeCompare: the order must not depend on the machine's language.
  ranked.sort((a, b) => a.depth - b.depth || (a.resource.urn < b.resource.urn ? -1 : 1));
  return ranked.map(({ resource }) => resource);
}
