import { type PlannedResource, resourceText } from "../../policies/resource";
import { UNKNOWN } from "../../sandbox/engine/shown-values";
import { withLoss } from "../classes/judge";
import type { Judgement, Side, Surroundings } from "../classes/row";
import { fieldChange } from "./diff-objects";
import { type JudgedField, judgedResource, planSubject } from "./resource-fields";

/** Field under which a change of what makes a resource is told; it isn't an input. */
const FIELD = "provider";

/**
 * What it does to a resource that another provider makes it. The engine makes it again when the two are configured so differently that one would be replaced by the other, and leaves it alone
 * otherwise; between default providers, which have the version in their names, that isn't worth a word.
 *
 * Source: pulumi 3.248, pkg/resource/deploy/step_generator.go (providerChanged asks DiffConfig).
 */
export function otherProvider(
  before: PlannedResource,
  after: PlannedResource,
  around: Surroundings,
): readonly JudgedField[] {
  if (before.provider === after.provider) return [];
  const [was, is] = [named(before.provider, around.base), named(after.provider, around.head)];
  const differing = was !== undefined && is !== undefined ? judgedResource(was, is, around) : undefined;
  const because = differing?.filter(({ replaces }) => replaces).map(({ keys }) => keys);
  if (because?.length === 0) {
    if (isDefault(before.provider) && isDefault(after.provider)) return [];
    const inputs = differing?.map(({ keys }) => keys) ?? [];
    const configured = inputs.length === 0 ? "configured the same" : `with another ${inputs.join(", ")}`;
    const reason = `another provider goes on with it, ${configured}: Pulumi makes nothing again for that`;
    return [told(before, after, { class: "in place", reason })];
  }
  const difference = because === undefined ? "of which nothing is known here" : `with another ${because.join(", ")}`;
  const reason = `it has another provider, ${difference}: Pulumi makes it again, there, and deletes this one`;
  return [told(before, after, replacement(reason, before, after, around))];
}

/** That a resource is made again because its provider is; none where it isn't. @param replaced what is made again, by URN */
export function remadeProvider(
  before: PlannedResource,
  after: PlannedResource,
  replaced: ReadonlyMap<string, PlannedResource>,
  around: Surroundings,
): readonly JudgedField[] {
  const provider = after.provider === before.provider ? replaced.get(before.provider ?? "") : undefined;
  if (provider === undefined) return [];
  const reason = `its provider ${resourceText(provider)} is another one: Pulumi makes it again, there, and deletes this one`;
  const unknown = { provider: UNKNOWN };
  return [told({ ...before, ...unknown }, { ...after, ...unknown }, replacement(reason, before, after, around))];
}

function replacement(reason: string, before: PlannedResource, after: PlannedResource, around: Surroundings): Judgement {
  return withLoss({ class: "replacement", reason, replaces: true }, planSubject(before, after, around));
}

function told(before: PlannedResource, after: PlannedResource, judgement: Judgement): JudgedField {
  const field = fieldChange({ path: [FIELD], before: before.provider, after: after.provider }, judgement);
  return { keys: FIELD, field, replaces: judgement.replaces === true };
}

function named(urn: string | null, { resources }: Side): PlannedResource | undefined {
  return resources.find((one) => one.urn === urn);
}

/** Whether the engine made the provider itself, for one version of an SDK: `default_7_48_0`. */
function isDefault(urn: string | null): boolean {
  return /^default(_|$)/.test(urn?.split("::").at(-1) ?? "");
}
